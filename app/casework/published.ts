/** What other rooms may use of casework: inspection orders, their results, places at sites. */
import './inspections/events.js'

export { orderInspection } from './inspections/actions/order_inspection.js'
export { inspectorsOfOrders } from './inspections/queries/inspectors_of_orders.js'
export { isOrderInScope } from './inspections/queries/order_in_scope.js'
export { listOrdersOf, type OrderBrief } from './inspections/queries/list_orders_of.js'
