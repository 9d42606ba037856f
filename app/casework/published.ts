/** What other rooms may use of casework: inspection orders, their results, places at sites. */
import './events.js'

export { orderInspection } from './actions/order_inspection.js'
export { inspectorsOfOrders } from './queries/inspectors_of_orders.js'
export { isOrderInScope } from './queries/order_in_scope.js'
export { listOrdersOf, type OrderBrief } from './queries/list_orders_of.js'
