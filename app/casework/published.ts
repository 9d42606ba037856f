/** What other rooms may use of casework: inspection orders, their results, places at sites. */
import './cases/events.js'
import './inspections/events.js'
import './instructions/events.js'

export { casesOfConsignment } from './cases/queries/list_cases.js'
export { isCaseInScope } from './cases/queries/case_in_scope.js'
export { prepareOrder } from './inspections/actions/prepare_order.js'
export { orderInspection } from './inspections/actions/order_inspection.js'
export { inspectorsOfOrders } from './inspections/queries/inspectors_of_orders.js'
export { isOrderInScope } from './inspections/queries/order_in_scope.js'
export { listOrdersOf, type OrderBrief } from './inspections/queries/list_orders_of.js'
export { listSlots } from './inspections/queries/list_slots.js'
export { sitesOfPorts } from './inspections/queries/sites_of_ports.js'
