import type { HttpContext } from '@adonisjs/core/http'
import { Bouncer } from '@adonisjs/bouncer'
import type { Officer } from '#platform/access/officer'
import { claimAlert } from '../actions/claim_alert.js'
import { dismissAlert, releaseAlert, reopenAlert } from '../actions/decide_alert.js'
import AlertPolicy, { UNDO_SECONDS } from '../policies/alert_policy.js'
import { getAlert, type AlertRow } from '../queries/get_alert.js'
import { alertsValidator, dismissalValidator } from '../validators/alerts.js'

type Refused = { alert: string; key: string; params: Record<string, string | number> }
const refusal = (alert: string, key: string, params: Record<string, string | number> = {}): Refused => ({ alert, key: `triage.refused_${key}`, params })

/** Acts of the desk. Each alert is asked of the policy by itself; what is refused says why. */
export default class AlertsController {
  async claim({ params, officer, response }: HttpContext) {
    const result = await claimAlert(params.id, officer.id)
    if (result.ok) return response.json({ claimed: true, holder: holderView(result.value) })
    if (result.error.reason === 'missing') return response.status(404).json({ message: { key: 'common.refused_404', params: {} } })
    if (result.error.reason === 'closed') return response.status(409).json({ message: { key: 'triage.refused_closed', params: {} } })
    return response.status(409).json({ claimed: false, holder: holderView(result.error.holder) })
  }

  async release({ params, officer, response }: HttpContext) {
    const alert = await getAlert(params.id)
    if (!alert) return response.status(404).json({ message: { key: 'common.refused_404', params: {} } })
    await policy(officer).authorize('release', alert)
    if (!(await releaseAlert(alert, officer.id))) return response.status(409).json({ message: { key: 'triage.refused_changed', params: {} } })
    return response.json({})
  }

  async dismiss({ request, officer, response }: HttpContext) {
    const { alerts, reason, note } = await request.validateUsing(dismissalValidator)
    if (reason === 'other' && (note ?? '').length < 3) {
      return response.status(422).json({ errors: { note: 'triage.note_needed' } })
    }
    const found = await load(alerts)
    const bulk = new Set([...found.values()].map((alert) => alert.consignment_id)).size > 1
    const answer = await decide(alerts, found, async (alert) => {
      if (bulk && alert.band === 'high') return refusal(alert.id, 'high_in_bulk')
      if (alert.state === 'dismissed') return refusal(alert.id, 'closed')
      if (await policy(officer).denies('dismiss', alert)) return refusal(alert.id, alert.band === 'high' ? 'high_needs_supervisor' : 'held_by_other')
      return (await dismissAlert(alert, officer.id, reason, note)) ? null : refusal(alert.id, 'changed')
    })
    return response.json({ ...answer, undoUntil: new Date(Date.now() + UNDO_SECONDS * 1000).toISOString() })
  }

  async undo({ request, officer, response }: HttpContext) {
    const { alerts } = await request.validateUsing(alertsValidator)
    const answer = await decide(alerts, await load(alerts), async (alert) => {
      if (await policy(officer).denies('undo', alert)) return refusal(alert.id, 'undo_too_late')
      return (await reopenAlert(alert, officer.id)) ? null : refusal(alert.id, 'changed')
    })
    return response.json(answer)
  }
}

const policy = (officer: Officer) => new Bouncer(officer).with(AlertPolicy)

const holderView = (holder: { id: string; name: string; since: Date }) => ({
  id: holder.id,
  name: holder.name,
  initials: holder.name.split(/\s+/).slice(0, 2).map((part) => part[0] ?? '').join('').toUpperCase(),
  since: holder.since.toISOString(),
})

async function load(ids: readonly string[]): Promise<Map<string, AlertRow>> {
  const found = new Map<string, AlertRow>()
  for (const id of ids) {
    const alert = await getAlert(id)
    if (alert) found.set(id, alert)
  }
  return found
}

/** One answer for many: what was done, and what was refused with its cause. */
async function decide(ids: readonly string[], found: ReadonlyMap<string, AlertRow>, act: (alert: AlertRow) => Promise<Refused | null>) {
  const done: string[] = []
  const refused: Refused[] = []
  for (const id of ids) {
    const alert = found.get(id)
    const cause = alert ? await act(alert) : refusal(id, 'missing')
    if (cause) refused.push(cause)
    else done.push(id)
  }
  return { done, refused }
}
