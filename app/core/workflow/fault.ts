/** Why a definition cannot be published; `workflow.fault_<code>` is its sentence. */
export interface WorkflowFault {
  readonly code: WorkflowFaultCode
  /** The state, act or reason it is about. */
  readonly at: string
  readonly also?: string
}

export const WORKFLOW_FAULT_CODES = [
  'no_initial_state',
  'twice',
  'unknown_state',
  'unknown_outcome',
  'unknown_disposition',
  'unreachable',
  'dead_end',
  'loop_without_exit',
  'core_state_missing',
  'core_state_changed',
  'phase_unknown',
  'core_act_missing',
  'core_act_changed',
  'passes_the_core_by',
  'system_act_blocked',
  'permission_lost',
  'holder_lost',
  'reason_lost',
  'reason_code_lost',
  'four_eyes_lost',
  'outcome_lost',
  'text_missing',
  'timer_out_of_bounds',
  'code_malformed',
  'too_large',
] as const
export type WorkflowFaultCode = (typeof WORKFLOW_FAULT_CODES)[number]

export const fault = (code: WorkflowFaultCode, at: string, also?: string): WorkflowFault =>
  also === undefined ? { code, at } : { code, at, also }
