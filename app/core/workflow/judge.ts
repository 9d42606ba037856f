import { err, ok, type Result } from '../kernel/result.js'
import { actOf, stateOf, type WorkflowAct, type WorkflowDefinition, type WorkflowState } from './definition.js'

/** An item as it stands, locked by who asks. */
export interface WorkflowItem {
  readonly state: string
  readonly heldBy: string | null
  /** Who did which act on it so far: persons, by whose number four eyes are counted. */
  readonly did: Readonly<Record<string, readonly string[]>>
}

export interface Doing {
  readonly act: string
  /** `null`: the system. */
  readonly officer: { readonly id: string; readonly personId: string; readonly permissions: ReadonlySet<string> } | null
  readonly reason?: string | null
  readonly note?: string | null
  readonly outcome?: string | null
  /** What holds of the item: `high`, say. */
  readonly circumstances?: readonly string[]
}

export type RefusedAct =
  | 'leads_nowhere'
  | 'not_permitted'
  | 'needs_more'
  | 'held_by_other'
  | 'not_held'
  | 'second_person'
  | 'reason_missing'
  | 'reason_unknown'
  | 'note_missing'
  | 'outcome_missing'

export interface Judged {
  readonly act: WorkflowAct
  readonly to: WorkflowState
}

/** Whether this act may be done here, and where it leads. The only way from one state to another. */
export function judgeAct(definition: WorkflowDefinition, item: WorkflowItem, doing: Doing): Result<Judged, RefusedAct> {
  const act = actOf(definition, doing.act)
  const to = act && act.from.includes(item.state) ? stateOf(definition, act.to) : null
  if (!act || !to) return err('leads_nowhere')
  const refused = refusedTo(act, item, doing) ?? incomplete(act, doing)
  return refused ? err(refused) : ok({ act, to })
}

function refusedTo({ guard }: WorkflowAct, item: WorkflowItem, doing: Doing): RefusedAct | null {
  const { officer, circumstances = [] } = doing
  if (guard.permission === null) return officer === null ? null : 'not_permitted'
  if (officer === null || !officer.permissions.has(guard.permission)) return 'not_permitted'
  if (guard.holder !== 'free' && item.heldBy !== null && item.heldBy !== officer.id) return 'held_by_other'
  if (guard.holder === 'own' && item.heldBy === null) return 'not_held'
  const more = circumstances.flatMap((each) => guard.also?.[each] ?? [])
  if (more.some((permission) => !officer.permissions.has(permission))) return 'needs_more'
  const eyes = guard.notWho.some((act) => (item.did[act] ?? []).includes(officer.personId))
  return eyes ? 'second_person' : null
}

function incomplete({ guard, reasons, outcomes }: WorkflowAct, doing: Doing): RefusedAct | null {
  const reason = doing.reason ?? null
  const said = (doing.note ?? '').trim() !== ''
  if (guard.reason === 'required' && (reasons ? reason === null : !said)) return 'reason_missing'
  if (reason !== null && reasons) {
    const known = reasons.find(({ code }) => code === reason)
    if (!known) return 'reason_unknown'
    if (known.needsNote && !said) return 'note_missing'
  }
  return outcomes && !outcomes.includes(doing.outcome ?? '') ? 'outcome_missing' : null
}
