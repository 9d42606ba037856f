import { ALERT_WORKFLOW } from './alert.js'
import { CASE_WORKFLOW } from './case.js'
import type { WorkflowDefinition, WorkflowSubject } from './definition.js'

/** What the core says of each subject; an administration tightens and extends it, and loosens nothing. */
export const CORE_WORKFLOWS: Readonly<Record<WorkflowSubject, WorkflowDefinition>> = {
  alert: ALERT_WORKFLOW,
  case: CASE_WORKFLOW,
}
