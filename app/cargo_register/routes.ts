import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const CallsController = () => import('./controllers/calls_controller.js')
const CallEventsController = () => import('./controllers/call_events_controller.js')
const CargoEventsController = () => import('./controllers/cargo_events_controller.js')
const PartiesController = () => import('./controllers/parties_controller.js')
const DeclarationsController = () => import('./controllers/declarations_controller.js')
const PermitsController = () => import('./controllers/permits_controller.js')
const EventImportsController = () => import('./controllers/event_imports_controller.js')

router
  .group(() => {
    router
      .get('/conveyances/new', [CallsController, 'create'])
      .as('calls.create')
      .use(middleware.may('conveyances.record'))
    router.post('/conveyances', [CallsController, 'store']).as('calls.store').use(middleware.may('conveyances.record'))
    router
      .post('/conveyances/:call/events', [CallEventsController, 'store'])
      .as('call_events.store')
      .where('call', router.matchers.uuid())
      .use(middleware.may('conveyances.record'))
    router
      .post('/conveyances/:call/cargo-events', [CargoEventsController, 'storeOfCall'])
      .as('cargo_events.store_of_call')
      .where('call', router.matchers.uuid())
      .use(middleware.may('conveyances.record'))
    router
      .post('/consignments/:id/events', [CargoEventsController, 'store'])
      .as('cargo_events.store')
      .where('id', router.matchers.uuid())
      .use(middleware.may('conveyances.record'))
    router
      .post('/consignments/:id/events/:event/correction', [CargoEventsController, 'correct'])
      .as('cargo_events.correct')
      .where('id', router.matchers.uuid())
      .where('event', router.matchers.uuid())
      .use(middleware.may('conveyances.record'))
    router
      .get('/declarations', [DeclarationsController, 'index'])
      .as('declarations.index')
      .use(middleware.may('consignments.read'))
    router.get('/permits', [PermitsController, 'index']).as('permits.index').use(middleware.may('consignments.read'))
    router
      .get('/events', [EventImportsController, 'index'])
      .as('events.index')
      .use(middleware.may('conveyances.record'))
    router
      .post('/events', [EventImportsController, 'store'])
      .as('events.import')
      .use(middleware.may('conveyances.record'))
    router.get('/parties', [PartiesController, 'index']).as('parties.index').use(middleware.may('parties.read'))
    router
      .get('/parties/:id', [PartiesController, 'show'])
      .as('parties.show')
      .where('id', router.matchers.uuid())
      .use(middleware.may('parties.read'))
    router
      .post('/parties/:id/merge', [PartiesController, 'merge'])
      .as('parties.merge')
      .where('id', router.matchers.uuid())
      .use(middleware.may('parties.decide'))
    router
      .post('/parties/:id/split', [PartiesController, 'split'])
      .as('parties.split')
      .where('id', router.matchers.uuid())
      .use(middleware.may('parties.decide'))
    router
      .post('/parties/decisions/:decision/undo', [PartiesController, 'undo'])
      .as('parties.undo')
      .where('decision', router.matchers.uuid())
      .use(middleware.may('parties.decide'))
  })
  .prefix('/a/:code')
  .use(officerPages())
