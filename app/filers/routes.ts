import router from '@adonisjs/core/services/router'
import { accountRoutes, owingRoutes } from '#platform/identity/routes'
import { administrationPages, filerPages, middleware, officerPages, owingFilerPages } from '#start/kernel'

const FilerSessionController = () => import('./controllers/filer_session_controller.js')
const FilersController = () => import('./controllers/filers_controller.js')

const PORTAL = '/a/:code/filer'

router
  .group(() => {
    router.get('/sign-in', [FilerSessionController, 'create']).as('session.create')
    router.post('/sign-in', [FilerSessionController, 'store']).as('session.store')
    router.put('/preferences/locale', [FilerSessionController, 'locale']).as('locale')
  })
  .prefix(PORTAL)
  .as('filer')
  .use(administrationPages())

router
  .group(() => {
    owingRoutes()
    router.post('/sign-out', [FilerSessionController, 'destroy']).as('session.destroy')
  })
  .prefix(PORTAL)
  .as('filer')
  .use(owingFilerPages())

router
  .group(() => {
    accountRoutes()
    router.get('/', [FilerSessionController, 'home']).as('home')
  })
  .prefix(PORTAL)
  .as('filer')
  .use(filerPages())

router
  .group(() => {
    router.get('/', [FilersController, 'index']).as('filers.index').use(middleware.may('users.read'))
    router
      .post('/', [FilersController, 'store'])
      .as('filers.store')
      .use([middleware.may('users.manage'), middleware.fresh()])
    router
      .post('/:id/invitation', [FilersController, 'invite'])
      .as('filers.invite_again')
      .use([middleware.may('users.manage'), middleware.fresh()])
    router
      .post('/:id/revocation', [FilersController, 'revoke'])
      .as('filers.revoke_invitation')
      .use(middleware.may('users.manage'))
    router
      .post('/:id/deactivation', [FilersController, 'deactivate'])
      .as('filers.deactivate')
      .use(middleware.may('users.manage'))
    router
      .post('/:id/reactivation', [FilersController, 'reactivate'])
      .as('filers.reactivate')
      .use(middleware.may('users.manage'))
  })
  .prefix('/a/:code/administration/filers')
  .where('id', router.matchers.uuid())
  .use(officerPages())
