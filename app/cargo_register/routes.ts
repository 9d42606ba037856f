import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const CallsController = () => import('./controllers/calls_controller.js')
const CallEventsController = () => import('./controllers/call_events_controller.js')

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
  })
  .prefix('/a/:code')
  .use(officerPages())
