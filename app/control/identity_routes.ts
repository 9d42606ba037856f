import router from '@adonisjs/core/services/router'
import { operatorPages, owingOperatorPages } from '#start/kernel'
import { accountRoutes, owingRoutes } from '#platform/identity/routes'

const OperatorSessionController = () => import('./controllers/operator_session_controller.js')

router
  .group(() => {
    owingRoutes()
    router.post('/sign-out', [OperatorSessionController, 'destroy']).as('session.destroy')
  })
  .prefix('/platform')
  .as('platform')
  .use(owingOperatorPages())

router.group(accountRoutes).prefix('/platform').as('platform').use(operatorPages())
