/** What other rooms may use of the register. */
import './events.js'

export { registerCargoReport, type Registration } from './actions/register_cargo_report.js'
export { loadCallsFile } from './actions/load_calls_file.js'
export { consignmentInScope, isCallInScope, isConsignmentInScope } from './queries/consignment_in_scope.js'
export { findByNumber } from './queries/find_by_number.js'
export { historyOf } from './queries/history_of.js'
export { listOwnPorts } from './queries/list_own_ports.js'
export { listShipNames } from './queries/list_ship_names.js'
export { loadRevisionsForAssessment, type RevisionForAssessment } from './queries/load_revisions_for_assessment.js'
export { revisionsOfConsignment, type RevisionLine } from './queries/revisions_of_consignment.js'
