import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const EntriesController = () => import('./controllers/entries_controller.js')
const ProofsController = () => import('./controllers/proofs_controller.js')
const VerificationsController = () => import('./controllers/verifications_controller.js')

router
  .group(() => {
    router.get('/audit', [EntriesController, 'index']).as('audit.index').use(middleware.may('audit.read'))
    router
      .get('/audit/proof', [ProofsController, 'show'])
      .as('audit.proof')
      .use([middleware.may('audit.export'), middleware.fresh({ backTo: 'audit' })])
    router
      .post('/audit/verifications', [VerificationsController, 'store'])
      .as('audit.verify')
      .use(middleware.may('audit.read'))
  })
  .prefix('/a/:code')
  .use(officerPages())
