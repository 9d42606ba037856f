/**
 * A workflow as data (ROLES_AND_WORKFLOW 5.4): states, acts that lead from one to the next, and what each
 * act asks of who does it. Status, outcome and physical disposition are three fields: an act moves the
 * status, may demand one of some outcomes and may say where the goods are afterwards.
 */
export interface WorkflowDefinition {
  readonly subject: WorkflowSubject
  readonly states: readonly WorkflowState[]
  readonly acts: readonly WorkflowAct[]
  /** What an item can come to, apart from its status. */
  readonly outcomes: readonly string[]
  /** Where the goods can be, apart from both. */
  readonly dispositions: readonly string[]
}

export const WORKFLOW_SUBJECTS = ['alert', 'case'] as const
export type WorkflowSubject = (typeof WORKFLOW_SUBJECTS)[number]

/** Words on screen: a key of the core's texts, or the administration's own by language. */
export type WorkflowText = { readonly key: string } | Readonly<Record<string, string>>

export interface WorkflowState {
  readonly code: string
  /**
   * What it counts as wherever code asks for a state. States that an administration puts between are
   * steps of a phase the core has, so everything that knows the core's states knows theirs.
   */
  readonly phase: string
  readonly open: boolean
  readonly initial?: true
  /** An end that says the assessment is complete. */
  readonly positiveEnd?: true
  readonly timer?: Timer
  readonly title: WorkflowText
}

/** When somebody above is told: minutes in this state, or minutes before the goods arrive. */
export interface Timer {
  readonly from: 'entered' | 'before_arrival'
  readonly minutes: number
}

export interface WorkflowAct {
  readonly code: string
  readonly from: readonly string[]
  readonly to: string
  /** The act of the core whose move between phases this one makes; none: a step inside one phase. */
  readonly does?: string
  readonly guard: Guard
  /** Reasons to choose from, where a reason is asked. */
  readonly reasons?: readonly ReasonCode[]
  /** One of these must be given. */
  readonly outcomes?: readonly string[]
  /** Where the goods are afterwards; none: as before. */
  readonly disposition?: string
  readonly title: WorkflowText
}

export interface ReasonCode {
  readonly code: string
  /** Words must go with it. */
  readonly needsNote?: true
  readonly title: WorkflowText
}

export interface Guard {
  /** Who may; `null`: nobody, the system does it. */
  readonly permission: string | null
  /** Further permissions by circumstance: a high band, say. */
  readonly also?: Readonly<Record<string, string>>
  readonly reason: 'none' | 'optional' | 'required'
  /** `free`: whoever holds it; `not_other`: nobody else may hold it; `own`: who acts must hold it. */
  readonly holder: 'free' | 'not_other' | 'own'
  /** Four eyes: not who did one of these acts on the same item. */
  readonly notWho: readonly string[]
}

export const isSystemAct = (act: WorkflowAct): boolean => act.guard.permission === null
export const stateOf = (definition: WorkflowDefinition, code: string): WorkflowState | null =>
  definition.states.find((state) => state.code === code) ?? null
export const actOf = (definition: WorkflowDefinition, code: string): WorkflowAct | null =>
  definition.acts.find((act) => act.code === code) ?? null
