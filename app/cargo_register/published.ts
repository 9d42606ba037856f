/** What other rooms may use of the register. */
import './events.js'

export type { RevisedConsignment, RevisionEffect } from './events.js'
export { registerCargoReport, type FilingOfReport, type Registration } from './actions/register_cargo_report.js'
export { recordCall, type CallTold } from './actions/record_call.js'
export { findByNumber, type FoundByNumber } from './queries/find_by_number.js'
export { historyOf, type ConsignmentWithHistory } from './queries/history_of.js'
export { listCallEvents, type CallEventLine } from './queries/list_call_events.js'
export { listCalls, type CallFilter, type CallLine } from './queries/list_calls.js'
export { listConsignmentsOfCall, type ConsignmentLine } from './queries/list_consignments_of_call.js'
export { listManifestsOfCall, type ManifestLine } from './queries/list_manifests_of_call.js'
export { loadRevisionsForAssessment, type RevisionForAssessment } from './queries/load_revisions_for_assessment.js'
export { revisionsOfConsignment, type RevisionLine } from './queries/revisions_of_consignment.js'
