import router from '@adonisjs/core/services/router'
import { operatorPages, publicPages } from '#start/kernel'

const OperatorSessionController = () => import('./controllers/operator_session_controller.js')
const AdministrationsController = () => import('./controllers/administrations_controller.js')
const ConsoleLocaleController = () => import('./controllers/console_locale_controller.js')
const MailController = () => import('./controllers/mail_controller.js')

router
  .group(() => {
    router.get('/sign-in', [OperatorSessionController, 'create']).as('platform.session.create')
    router.post('/sign-in', [OperatorSessionController, 'store']).as('platform.session.store')
    router.put('/preferences/locale', [ConsoleLocaleController, 'update']).as('platform.locale')
  })
  .prefix('/platform')
  .use(publicPages())

router
  .group(() => {
    router.get('/', ({ response }) => response.redirect().toPath('/platform/administrations')).as('platform.home')
    router.get('/administrations', [AdministrationsController, 'index']).as('platform.administrations.index')
    router.get('/mail', [MailController, 'index']).as('platform.mail.index')
    router.get('/mail/:id', [MailController, 'index']).as('platform.mail.show')
  })
  .prefix('/platform')
  .use(operatorPages())
