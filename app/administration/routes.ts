import router from '@adonisjs/core/services/router'
import { administrationPages, middleware, officerPages, publicPages } from '#start/kernel'

const SessionController = () => import('./controllers/session_controller.js')
const SessionsController = () => import('./controllers/sessions_controller.js')
const UsersController = () => import('./controllers/users_controller.js')
const PreferencesController = () => import('./controllers/preferences_controller.js')
const StartController = () => import('./controllers/start_controller.js')

router
  .group(() => {
    router.get('/', [StartController, 'show']).as('start')
    router.put('/preferences/locale', [PreferencesController, 'locale']).as('preferences.locale')
  })
  .use(publicPages())

router
  .group(() => {
    router.get('/sign-in', [SessionController, 'create']).as('session.create')
    router.post('/sign-in', [SessionController, 'store']).as('session.store')
  })
  .prefix('/a/:code')
  .use(administrationPages())

router
  .group(() => {
    router.get('/', [StartController, 'home']).as('home')
    router.get('/sessions', [SessionsController, 'index']).as('sessions.index')
    router.delete('/sessions/:id', [SessionsController, 'destroy']).as('sessions.destroy')
    router.delete('/sessions', [SessionsController, 'destroyOthers']).as('sessions.destroy_others')
    router.put('/preferences/locale', [PreferencesController, 'locale']).as('officer.locale')
    router.get('/administration/users', [UsersController, 'index']).as('users.index').use(middleware.may('users.read'))
  })
  .prefix('/a/:code')
  .use(officerPages())
