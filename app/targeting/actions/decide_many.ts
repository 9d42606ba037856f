import type { Result } from '#core/kernel/result'
import type { Officer } from '#platform/access/officer'
import { rows } from '#platform/tenancy/database'
import type { AlertRow } from '../queries/get_alert.js'
import { dismissAlert, undoDismissal } from './decide_alert.js'
import type { RefusedMove } from './move_alert.js'

/** Why one of many was left as it is; `key` is a sentence. */
export interface Refused {
  alert: string
  key: string
  params: Record<string, string | number>
}
export interface Decided {
  done: string[]
  refused: Refused[]
}

/** Dismisses what its workflow lets this officer dismiss; the rest stays and says why. Highs go one consignment at a time. */
export async function dismissAlerts(
  officer: Officer,
  ids: readonly string[],
  reason: string,
  note: string | null
): Promise<Decided> {
  const bulk = (await consignmentsOf(ids)) > 1
  const alone = ({ band }: AlertRow) => (bulk && band === 'high' ? 'high_in_bulk' : null)
  return each(ids, (id) => dismissAlert(id, officer, reason, note, alone))
}

/** Takes own dismissals back while that is possible. */
export const undoDismissals = (officer: Officer, ids: readonly string[]): Promise<Decided> =>
  each(ids, (id) => undoDismissal(id, officer))

/** One act on many: each in a unit of its own, so that one refusal keeps none of the others. */
export async function each(
  ids: readonly string[],
  act: (id: string) => Promise<Result<unknown, RefusedMove>>
): Promise<Decided> {
  const decided: Decided = { done: [], refused: [] }
  for (const id of new Set(ids)) {
    const result = await act(id)
    if (result.ok) decided.done.push(id)
    else decided.refused.push({ alert: id, key: `triage.refused_${result.error.key}`, params: {} })
  }
  return decided
}

async function consignmentsOf(ids: readonly string[]): Promise<number> {
  const found = await rows(`select distinct consignment_id from tenant.alerts where id = any (?::uuid[])`, [
    `{${ids.join(',')}}`,
  ])
  return found.length
}
