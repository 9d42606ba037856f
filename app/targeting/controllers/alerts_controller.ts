import type { HttpContext } from '@adonisjs/core/http'
import { Bouncer } from '@adonisjs/bouncer'
import { claimAlert, type Holder } from '../actions/claim_alert.js'
import { releaseAlert } from '../actions/decide_alert.js'
import { dismissAlerts, undoDismissals } from '../actions/decide_many.js'
import AlertPolicy, { UNDO_SECONDS } from '../policies/alert_policy.js'
import { getAlert } from '../queries/get_alert.js'
import { alertsValidator, dismissalValidator } from '../validators/alerts.js'

const sentence = (key: string) => ({ message: { key, params: {} } })

/** Acts of the desk, as JSON: the page stays where it is. */
export default class AlertsController {
  async claim({ params, officer, response }: HttpContext) {
    const result = await claimAlert(params.id, officer.id)
    if (result.ok) return response.json({ claimed: true, holder: holderView(result.value) })
    switch (result.error.reason) {
      case 'missing':
        return response.status(404).json(sentence('common.refused_404'))
      case 'closed':
        return response.status(409).json(sentence('triage.refused_closed'))
      case 'held':
        return response.status(409).json({ claimed: false, holder: holderView(result.error.holder) })
    }
  }

  async release({ params, officer, response }: HttpContext) {
    const alert = await getAlert(params.id)
    if (!alert) return response.status(404).json(sentence('common.refused_404'))
    await new Bouncer(officer).with(AlertPolicy).authorize('release', alert)
    if (!(await releaseAlert(alert, officer.id))) return response.status(409).json(sentence('triage.refused_changed'))
    return response.json({})
  }

  async dismiss({ request, officer, response }: HttpContext) {
    const { alerts, reason, note } = await request.validateUsing(dismissalValidator)
    const decided = await dismissAlerts(officer, alerts, reason, note)
    return response.json({ ...decided, undoUntil: new Date(Date.now() + UNDO_SECONDS * 1000).toISOString() })
  }

  async undo({ request, officer, response }: HttpContext) {
    const { alerts } = await request.validateUsing(alertsValidator)
    return response.json(await undoDismissals(officer, alerts))
  }
}

const holderView = ({ id, name, since }: Holder) => ({
  id,
  name,
  initials: name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part[0] ?? '')
    .join('')
    .toUpperCase(),
  since: since.toISOString(),
})
