import { ALERT_WORKFLOW } from '#core/workflow/alert'
import type { RefusedAct } from '#core/workflow/judge'
import type { AlertPhase } from './queries/get_alert.js'

/** Kinds of lines in an alert's history; each that an officer does is audited as `alert.<kind>`. */
export type AlertEventKind =
  | 'claimed'
  | 'released'
  | 'dismissed'
  | 'reopened'
  | 'stepped'
  | 'assigned'
  | 'suppressed'
  | 'merged'
  | 'detached'
  | 'snoozed'
  | 'woken'
  | 'idle_released'
  | 'promoted'
  | 'escalated'

const KIND_OF_ACT: Readonly<Record<string, AlertEventKind>> = {
  claim: 'claimed',
  release: 'released',
  hand_over: 'released',
  release_idle: 'idle_released',
  dismiss: 'dismissed',
  undo: 'reopened',
  undo_unheld: 'reopened',
  reopen: 'reopened',
  assign: 'assigned',
  reassign: 'assigned',
  suppress: 'suppressed',
  merge: 'merged',
  detach: 'detached',
  promote: 'promoted',
  detach_from_case: 'detached',
}

/** Steps of an administration's own have no kind of their own: the line names the step. */
export const kindOf = (act: string): AlertEventKind => KIND_OF_ACT[act] ?? 'stepped'

/** Sentence `triage.refused_<key>` of what the workflow refused. */
export const REFUSALS: Readonly<Record<RefusedAct, string>> = {
  leads_nowhere: 'closed',
  not_permitted: 'not_permitted',
  needs_more: 'high_needs_supervisor',
  held_by_other: 'held_by_other',
  not_held: 'not_held',
  second_person: 'second_person',
  reason_missing: 'reason_missing',
  reason_unknown: 'reason_missing',
  note_missing: 'note_missing',
  outcome_missing: 'reason_missing',
}

const phases = new Map(ALERT_WORKFLOW.states.map(({ code, phase }) => [code, phase]))

/** From which phases the system does this act, and where it leads: what validators let nobody narrow. */
export function systemMove(code: 'order' | 'ask_again' | 'expire' | 'miss'): {
  from: readonly string[]
  to: AlertPhase
} {
  const act = ALERT_WORKFLOW.acts.find((each) => each.code === code)!
  return { from: [...new Set(act.from.map((state) => phases.get(state)!))], to: phases.get(act.to) as AlertPhase }
}
