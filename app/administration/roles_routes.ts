import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const RolesController = () => import('./controllers/roles/roles_controller.js')
const GrantRequestsController = () => import('./controllers/roles/grant_requests_controller.js')
const WaiversController = () => import('./controllers/roles/waivers_controller.js')
const WhoController = () => import('./controllers/roles/who_controller.js')

router
  .group(() => {
    router.get('/roles', [RolesController, 'index']).as('roles.index').use(middleware.may('users.read'))
    router.post('/roles', [RolesController, 'store']).as('roles.store').use(middleware.may('roles.manage'))
    router.get('/roles/:id', [RolesController, 'show']).as('roles.show').use(middleware.may('users.read'))
    router.put('/roles/:id', [RolesController, 'update']).as('roles.update').use(middleware.may('roles.manage'))
    router
      .put('/roles/:id/terms', [RolesController, 'terms'])
      .as('roles.terms')
      .use([middleware.may('roles.manage'), middleware.fresh()])
    router
      .put('/roles/:id/permissions', [RolesController, 'permissions'])
      .as('roles.permissions')
      .use([middleware.may('roles.manage'), middleware.fresh()])
    router.delete('/roles/:id', [RolesController, 'destroy']).as('roles.destroy').use(middleware.may('roles.manage'))
    router
      .post('/grant-requests/:id/confirmation', [GrantRequestsController, 'confirm'])
      .as('grant_requests.confirm')
      .use([middleware.may('roles.manage'), middleware.fresh()])
    router
      .post('/grant-requests/:id/refusal', [GrantRequestsController, 'turnDown'])
      .as('grant_requests.turn_down')
      .use(middleware.may('roles.manage'))
    router
      .post('/waivers', [WaiversController, 'store'])
      .as('waivers.store')
      .use([middleware.may('roles.manage'), middleware.fresh()])
    router
      .delete('/waivers/:conflict', [WaiversController, 'destroy'])
      .as('waivers.destroy')
      .use(middleware.may('roles.manage'))
      .where('conflict', /^[a-z_]{3,40}$/)
    router.get('/who', [WhoController, 'show']).as('who.show').use(middleware.may('users.read'))
  })
  .prefix('/a/:code/administration')
  .where('id', router.matchers.uuid())
  .use(officerPages())
