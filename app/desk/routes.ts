import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const ArrivalsController = () => import('./controllers/arrivals_controller.js')
const ConveyancesController = () => import('./controllers/conveyances_controller.js')
const ConsignmentsController = () => import('./controllers/consignments_controller.js')
const TravellersController = () => import('./controllers/travellers_controller.js')
const DeskViewsController = () => import('./controllers/desk_views_controller.js')
const HandoverController = () => import('./controllers/handover_controller.js')
const TriageController = () => import('./controllers/triage_controller.js')
const PluginPagesController = () => import('./controllers/plugin_pages_controller.js')
const FindController = () => import('./controllers/find_controller.js')

router
  .group(() => {
    router.get('/arrivals', [ArrivalsController, 'index']).as('arrivals.index').use(middleware.may('arrivals.read'))
    router
      .get('/conveyances/:id', [ConveyancesController, 'show'])
      .as('conveyances.show')
      .where('id', router.matchers.uuid())
      .use(middleware.may('conveyances.read'))
    router
      .get('/conveyances/:id/travellers', [TravellersController, 'open'])
      .as('travellers.open')
      .where('id', router.matchers.uuid())
      .use(middleware.may('travellers.read'))
    router
      .get('/consignments/:id', [ConsignmentsController, 'show'])
      .as('consignments.show')
      .where('id', router.matchers.uuid())
      .use(middleware.may('consignments.read'))
    router.get('/triage', [TriageController, 'index']).as('triage.index').use(middleware.may('alerts.read'))
    router
      .get('/triage/:alert', [TriageController, 'index'])
      .as('triage.show')
      .where('alert', router.matchers.uuid())
      .use(middleware.may('alerts.read'))
    router
      .post('/triage/views', [DeskViewsController, 'store'])
      .as('desk_views.store')
      .use(middleware.may('alerts.triage'))
    router
      .delete('/triage/views/:id', [DeskViewsController, 'destroy'])
      .as('desk_views.destroy')
      .where('id', router.matchers.uuid())
      .use(middleware.may('alerts.triage'))
    router.get('/handover', [HandoverController, 'index']).as('handover.index').use(middleware.may('alerts.read'))
    router
      .get('/handover/:id', [HandoverController, 'index'])
      .as('handover.show')
      .where('id', router.matchers.uuid())
      .use(middleware.may('alerts.read'))
    router.post('/handover', [HandoverController, 'store']).as('handover.sign').use(middleware.may('alerts.triage'))
    router
      .post('/handover/:id/receipt', [HandoverController, 'receive'])
      .as('handover.receive')
      .where('id', router.matchers.uuid())
      .use(middleware.may('alerts.triage'))
    router
      .post('/handover/absences', [HandoverController, 'away'])
      .as('absences.store')
      .use(middleware.may('alerts.triage'))
    router
      .delete('/handover/absences/:id', [HandoverController, 'back'])
      .as('absences.destroy')
      .where('id', router.matchers.uuid())
      .use(middleware.may('alerts.triage'))
    // Each page of a plugin asks its own permission, which the controller looks up.
    router
      .get('/plugins/:plugin/:page', [PluginPagesController, 'show'])
      .as('plugin_pages.show')
      .where('plugin', /^[a-z][a-z0-9_]{2,39}$/)
      .where('page', /^[a-z][a-z0-9_]*$/)
    router.get('/find', [FindController, 'index']).as('find').use(middleware.may('consignments.read'))
  })
  .prefix('/a/:code')
  .use(officerPages())
