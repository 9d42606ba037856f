import type { HttpContext } from '@adonisjs/core/http'
import { assignAlerts } from '../actions/assign_many.js'
import { each } from '../actions/decide_many.js'
import { reopenAlert, suppressAlert } from '../actions/supervise_alerts.js'
import { listColleagues } from '../queries/list_colleagues.js'
import { assignmentValidator, reopeningValidator, suppressionValidator } from '../validators/alerts.js'

/** What a supervisor does to the work of others: each act says why. */
export default class AlertSupervisionController {
  /** Who may be given alerts, and how many they hold. */
  async colleagues({ response }: HttpContext) {
    const colleagues = await listColleagues()
    return response.json({
      colleagues: colleagues.map(({ id, name, held, here, absent }) => ({ id, name, held, here, absent })),
    })
  }

  async assign({ request, officer, response }: HttpContext) {
    const { alerts, officer: to, note } = await request.validateUsing(assignmentValidator)
    return response.json(await assignAlerts(officer, alerts, to, note))
  }

  async reopen({ request, officer, response }: HttpContext) {
    const { alerts, note } = await request.validateUsing(reopeningValidator)
    return response.json(await each(alerts, (id) => reopenAlert(id, officer, note)))
  }

  async suppress({ request, officer, response }: HttpContext) {
    const { alerts, reason, note, days } = await request.validateUsing(suppressionValidator)
    return response.json(await each(alerts, (id) => suppressAlert(id, officer, { reason, note, days })))
  }
}
