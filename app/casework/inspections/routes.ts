import router from '@adonisjs/core/services/router'
import { middleware, officerPages } from '#start/kernel'

const OrdersController = () => import('./controllers/orders_controller.js')
const OrderActsController = () => import('./controllers/order_acts_controller.js')
const ResultsController = () => import('./controllers/results_controller.js')
const AssignmentController = () => import('./controllers/assignment_controller.js')
const ExhibitsController = () => import('./controllers/exhibits_controller.js')
const DrawsController = () => import('./controllers/draws_controller.js')
const LedgerController = () => import('./controllers/ledger_controller.js')
const AttachmentsController = () => import('./controllers/attachments_controller.js')
const ToldResultsController = () => import('./controllers/told_results_controller.js')
const CapacityController = () => import('./controllers/capacity_controller.js')

const may = middleware.may
const uuid = router.matchers.uuid()
const DAY = /^\d{4}-\d{2}-\d{2}$/

router
  .group(() => {
    router.get('/inspections', [OrdersController, 'index']).as('inspections.index').use(may('inspections.read'))
    router
      .get('/inspections/options', [OrdersController, 'options'])
      .as('inspections.options')
      .use(may('inspections.order'))
    router
      .get('/inspections/:id', [OrdersController, 'show'])
      .as('inspections.show')
      .where('id', uuid)
      .use(may('inspections.read'))
    router
      .post('/consignments/:id/inspections', [OrdersController, 'store'])
      .as('inspections.store')
      .where('id', uuid)
      .use(may('inspections.order'))

    router
      .group(() => {
        router.post('/accept', [OrderActsController, 'accept']).as('inspections.accept')
        router.post('/start', [OrderActsController, 'start']).as('inspections.start')
        router.post('/refuse', [OrderActsController, 'refuse']).as('inspections.refuse')
        router.post('/checklist', [ResultsController, 'item']).as('inspections.item')
        router.post('/findings', [ResultsController, 'finding']).as('inspections.finding')
        router
          .post('/findings/:finding/withdraw', [ResultsController, 'withdraw'])
          .as('inspections.withdraw_finding')
          .where('finding', uuid)
        router.post('/outcome', [ResultsController, 'outcome']).as('inspections.outcome')
        router.post('/exhibits', [ExhibitsController, 'store']).as('inspections.exhibit')
        router.post('/attachments', [AttachmentsController, 'store']).as('inspections.attach')
      })
      .prefix('/inspections/:id')
      .where('id', uuid)
      .use(may('inspections.record'))
    router
      .get('/inspections/:id/attachments/:attachment', [AttachmentsController, 'show'])
      .as('inspections.attachment')
      .where('id', uuid)
      .where('attachment', uuid)
      .use(may('inspections.read'))
    router
      .post('/inspections/:id/exhibits/:exhibit/custody', [ExhibitsController, 'handOver'])
      .as('inspections.hand_over_exhibit')
      .where('id', uuid)
      .where('exhibit', uuid)
      .use(may('exhibits.hand_over'))
    router
      .post('/inspections/:id/cancel', [OrderActsController, 'cancel'])
      .as('inspections.cancel')
      .where('id', uuid)
      .use(may('inspections.order'))
    router
      .post('/inspections/:id/return', [OrderActsController, 'sendBack'])
      .as('inspections.return')
      .where('id', uuid)
      .use(may('inspections.review'))
    router
      .post('/inspections/:id/review', [OrderActsController, 'review'])
      .as('inspections.review')
      .where('id', uuid)
      .use(may('inspections.review'))

    router
      .group(() => {
        router.post('/draw', [AssignmentController, 'draw']).as('inspections.draw')
        router.post('/reassignments', [AssignmentController, 'ask']).as('inspections.reassign')
        router
          .post('/reassignments/:reassignment/confirm', [AssignmentController, 'confirm'])
          .as('inspections.reassignment_confirm')
          .where('reassignment', uuid)
        router
          .post('/reassignments/:reassignment/refuse', [AssignmentController, 'refuse'])
          .as('inspections.reassignment_refuse')
          .where('reassignment', uuid)
      })
      .prefix('/inspections/:id')
      .where('id', uuid)
      .use(may('inspections.approve'))

    router.get('/draws', [DrawsController, 'index']).as('draws.index').use(may('draws.verify'))
    router
      .post('/draws/baseline/:rate/confirm', [DrawsController, 'confirmRate'])
      .as('draws.confirm_rate')
      .where('rate', uuid)
      .use(may('draws.verify'))
    router.get('/draws/:day', [DrawsController, 'show']).as('draws.show').where('day', DAY).use(may('draws.verify'))
    router
      .get('/draws/:day/proof', [DrawsController, 'proof'])
      .as('draws.proof')
      .where('day', DAY)
      .use(may('draws.verify'))
    router
      .post('/draws/:day/reveal', [DrawsController, 'reveal'])
      .as('draws.reveal')
      .where('day', DAY)
      .use(may('draws.verify'))

    router.get('/examinations', [ToldResultsController, 'index']).as('examinations.index').use(may('outcomes.read'))
    router.get('/outcomes', [LedgerController, 'index']).as('outcomes.index').use(may('outcomes.read'))
    router.get('/outcomes.csv', [LedgerController, 'export']).as('outcomes.export').use(may('outcomes.read'))
    router.get('/capacity', [CapacityController, 'index']).as('capacity.index').use(may('capacity.read'))
    router
      .post('/capacity/baseline', [CapacityController, 'baseline'])
      .as('capacity.baseline')
      .use(may('capacity.manage'))
    router.post('/capacity/duties', [CapacityController, 'duty']).as('capacity.duty').use(may('capacity.manage'))
    router.post('/capacity/shifts', [CapacityController, 'shift']).as('capacity.shift').use(may('capacity.manage'))
    router
      .post('/capacity/exceptions', [CapacityController, 'exception'])
      .as('capacity.exception')
      .use(may('capacity.manage'))
  })
  .prefix('/a/:code')
  .use(officerPages())
