import './invitations_routes.js'
import './places_routes.js'
import './plugins_routes.js'
import './roles_routes.js'
import './users_routes.js'
import router from '@adonisjs/core/services/router'
import { administrationPages, officerPages, publicPages } from '#start/kernel'

const SessionController = () => import('./controllers/session_controller.js')
const SessionsController = () => import('./controllers/sessions_controller.js')
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
  })
  .prefix('/a/:code')
  .use(officerPages())
