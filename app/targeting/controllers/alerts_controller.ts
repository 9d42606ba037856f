import type { HttpContext } from '@adonisjs/core/http'
import { claimAlert, type Holder } from '../actions/claim_alert.js'
import { releaseAlert } from '../actions/decide_alert.js'
import { dismissAlerts, undoDismissals } from '../actions/decide_many.js'
import { refused } from '../refused.js'
import { UNDO_SECONDS } from '../undo_window.js'
import { alertsValidator, dismissalValidator } from '../validators/alerts.js'

/** Acts of the desk, as JSON: the page stays where it is. */
export default class AlertsController {
  async claim({ params, officer, response }: HttpContext) {
    const result = await claimAlert(params.id, officer)
    if (result.ok) return response.json({ claimed: true, holder: holderView(result.value) })
    if (result.error.reason === 'held')
      return response.status(409).json({ claimed: false, holder: holderView(result.error.holder) })
    return refused(response, result.error.key)
  }

  async release({ params, officer, response }: HttpContext) {
    const result = await releaseAlert(params.id, officer)
    return result.ok ? response.json({}) : refused(response, result.error.key)
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
