import type { Officer } from '#platform/access/officer'
import type { DismissalReason } from '../dismissal_reasons.js'
import AlertPolicy from '../policies/alert_policy.js'
import { getAlert, type AlertRow } from '../queries/get_alert.js'
import { dismissAlert, reopenAlert } from './decide_alert.js'

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

const policy = new AlertPolicy()
const refusal = (alert: string, key: string): Refused => ({ alert, key: `triage.refused_${key}`, params: {} })

/** Dismisses what the policy lets this officer dismiss; the rest stays and says why. Highs go one consignment at a time. */
export async function dismissAlerts(
  officer: Officer,
  ids: readonly string[],
  reason: DismissalReason,
  note: string | null
): Promise<Decided> {
  const found = await load(ids)
  const bulk = new Set([...found.values()].map((alert) => alert.consignment_id)).size > 1
  return decide(ids, found, async (alert) => {
    if (bulk && alert.band === 'high') return refusal(alert.id, 'high_in_bulk')
    if (alert.state !== 'new' && alert.state !== 'claimed') return refusal(alert.id, 'closed')
    if (!policy.dismiss(officer, alert))
      return refusal(alert.id, alert.band === 'high' ? 'high_needs_supervisor' : 'held_by_other')
    return (await dismissAlert(alert, officer.id, reason, note)) ? null : refusal(alert.id, 'changed')
  })
}

/** Takes own dismissals back while that is possible. */
export async function undoDismissals(officer: Officer, ids: readonly string[]): Promise<Decided> {
  return decide(ids, await load(ids), async (alert) => {
    if (!policy.undo(officer, alert)) return refusal(alert.id, 'undo_too_late')
    return (await reopenAlert(alert, officer.id)) ? null : refusal(alert.id, 'changed')
  })
}

async function load(ids: readonly string[]): Promise<Map<string, AlertRow>> {
  const found = new Map<string, AlertRow>()
  for (const id of ids) {
    const alert = await getAlert(id)
    if (alert) found.set(id, alert)
  }
  return found
}

async function decide(
  ids: readonly string[],
  found: ReadonlyMap<string, AlertRow>,
  act: (alert: AlertRow) => Promise<Refused | null>
): Promise<Decided> {
  const decided: Decided = { done: [], refused: [] }
  for (const id of ids) {
    const alert = found.get(id)
    const cause = alert ? await act(alert) : refusal(id, 'missing')
    if (cause) decided.refused.push(cause)
    else decided.done.push(id)
  }
  return decided
}
