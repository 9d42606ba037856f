/** What other rooms may use of the register. */
import './events.js'

export { registerCargoReport, type FilingOfReport, type Registration } from './actions/register_cargo_report.js'
export { registerDocument, type RegisteredDocument } from './actions/register_document.js'
export { registerDeclaration } from './actions/register_declaration.js'
export { registerPermit } from './actions/register_permit.js'
export { declarationView } from './declaration_view.js'
export { registerExamination } from './actions/register_examination.js'
export {
  anywhere,
  CARGO_NAMED,
  IS_HELD_WITH_CARGO,
  IS_LINKED,
  namedNumbers,
  namesCargo,
  type NamedNumber,
} from './queries/named_cargo.js'
export { permitsOfCargo } from './permit_view.js'
export { arePermitsTold, permitsOfConsignment } from './queries/list_permits.js'
export { declarationsOfConsignment, declaredNumbersOf } from './queries/list_declarations.js'
export { rememberChecks, rememberOutcomes } from './actions/remember_checks.js'
export { loadCallsFile } from './actions/load_calls_file.js'
export { consignmentInScope, isCallInScope, isConsignmentInScope } from './queries/consignment_in_scope.js'
export { compareStowage, type StowageDifferences } from './queries/compare_stowage.js'
export { listCallDocuments, type CallDocument } from './queries/list_call_documents.js'
export { filedRevisions } from './queries/filed_revisions.js'
export { findByNumber } from './queries/find_by_number.js'
export { historyOf } from './queries/history_of.js'
export { listOwnPorts } from './queries/list_own_ports.js'
export { listShipNames } from './queries/list_ship_names.js'
export { provenanceOf } from './queries/provenance_of.js'
export { loadRevisionsForAssessment, type RevisionForAssessment } from './queries/load_revisions_for_assessment.js'
export { changesBetween } from './queries/changes_between.js'
export type { FieldChange } from './field_changes.js'
export { revisionsOfConsignment, type RevisionLine } from './queries/revisions_of_consignment.js'
export { haveLeft } from './queries/have_left.js'
export { EVENT_KINDS, type EventProblem, type EventTold } from './cargo_event.js'
export { recordEvents, type RecordedEvents } from './actions/record_events.js'
export { readEvent } from './read_event.js'
export { listCargoEvents, type CargoEventView } from './queries/list_cargo_events.js'
export { maskConsignments } from './retention/mask_consignments.js'
