import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const RetentionController = () => import('./controllers/retention_controller.js')
const HoldsController = () => import('./controllers/holds_controller.js')
const RequestsController = () => import('./controllers/requests_controller.js')
const RequestActsController = () => import('./controllers/request_acts_controller.js')

router
  .group(() => {
    router
      .get('/retention', [RetentionController, 'index'])
      .as('privacy.retention.index')
      .use(middleware.may('privacy.read'))
    router
      .post('/retention/dry-run', [RetentionController, 'dryRun'])
      .as('privacy.retention.dry_run')
      .use(middleware.may('privacy.manage'))
    router
      .get('/retention/:class/preview', [RetentionController, 'preview'])
      .as('privacy.retention.preview')
      .use(middleware.may('privacy.manage'))
    router
      .post('/retention/:class', [RetentionController, 'update'])
      .as('privacy.retention.update')
      .use([middleware.may('privacy.manage'), middleware.fresh()])

    router.get('/holds', [HoldsController, 'index']).as('privacy.holds.index').use(middleware.may('legal_holds.read'))
    router
      .post('/holds', [HoldsController, 'store'])
      .as('privacy.holds.store')
      .use([middleware.may('legal_holds.manage'), middleware.fresh()])
    router
      .post('/holds/:id/lift', [HoldsController, 'lift'])
      .as('privacy.holds.lift')
      .use([middleware.may('legal_holds.manage'), middleware.fresh()])

    router
      .get('/requests', [RequestsController, 'index'])
      .as('privacy.requests.index')
      .use(middleware.may('privacy.read'))
    router
      .post('/requests', [RequestsController, 'store'])
      .as('privacy.requests.store')
      .use(middleware.may('privacy.manage'))
    router
      .get('/requests/:id', [RequestsController, 'show'])
      .as('privacy.requests.show')
      .use(middleware.may('privacy.manage'))
    router
      .post('/requests/:id/export', [RequestActsController, 'export'])
      .as('privacy.requests.export')
      .use([middleware.may('privacy.manage'), middleware.fresh()])
    router
      .post('/requests/:id/restriction', [RequestActsController, 'restrict'])
      .as('privacy.requests.restrict')
      .use(middleware.may('privacy.manage'))
    router
      .post('/requests/:id/erasure', [RequestActsController, 'erase'])
      .as('privacy.requests.erase')
      .use([middleware.may('privacy.manage'), middleware.fresh()])
    router
      .post('/requests/:id/note', [RequestActsController, 'note'])
      .as('privacy.requests.note')
      .use(middleware.may('privacy.manage'))
    router
      .post('/requests/:id/close', [RequestActsController, 'close'])
      .as('privacy.requests.close')
      .use(middleware.may('privacy.manage'))
    router
      .get('/requests/:id/files/:file', [RequestActsController, 'file'])
      .as('privacy.requests.file')
      .use(middleware.may('privacy.manage'))
      .where('file', router.matchers.uuid())
  })
  .prefix('/a/:code/privacy')
  .where('id', router.matchers.uuid())
  .where('class', /^[a-z_]{1,40}$/)
  .use(officerPages())
