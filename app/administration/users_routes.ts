import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const UsersController = () => import('./controllers/users/users_controller.js')
const UserActsController = () => import('./controllers/users/user_acts_controller.js')

router
  .group(() => {
    router.get('/', [UsersController, 'index']).as('users.index').use(middleware.may('users.read'))
    router
      .post('/', [UsersController, 'store'])
      .as('users.store')
      .use([middleware.may('users.manage'), middleware.fresh()])
    router.get('/:id', [UsersController, 'show']).as('users.show').use(middleware.may('users.read'))
    router
      .put('/:id/roles', [UserActsController, 'roles'])
      .as('users.roles')
      .use([middleware.may('users.manage'), middleware.fresh()])
    router.put('/:id/places', [UserActsController, 'places']).as('users.places').use(middleware.may('units.manage'))
    router
      .post('/:id/invitation', [UserActsController, 'invite'])
      .as('users.invite_again')
      .use([middleware.may('users.manage'), middleware.fresh()])
    router
      .post('/:id/revocation', [UserActsController, 'revoke'])
      .as('users.revoke_invitation')
      .use(middleware.may('users.manage'))
    router
      .post('/:id/password-reset', [UserActsController, 'resetPassword'])
      .as('users.reset_password')
      .use([middleware.may('users.manage'), middleware.fresh()])
    router
      .post('/:id/factor-reset', [UserActsController, 'resetFactor'])
      .as('users.reset_factor')
      .use([middleware.may('users.manage'), middleware.fresh()])
    router
      .post('/:id/deactivation', [UserActsController, 'deactivate'])
      .as('users.deactivate')
      .use(middleware.may('users.manage'))
    router
      .post('/:id/reactivation', [UserActsController, 'reactivate'])
      .as('users.reactivate')
      .use(middleware.may('users.manage'))
  })
  .prefix('/a/:code/administration/users')
  .where('id', router.matchers.uuid())
  .use(officerPages())
