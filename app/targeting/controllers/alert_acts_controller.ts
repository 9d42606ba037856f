import type { HttpContext } from '@adonisjs/core/http'
import { each } from '../actions/decide_many.js'
import { detachAlert, mergeAlert } from '../actions/merge_alerts.js'
import { moveAlert } from '../actions/move_alert.js'
import { snoozeAlert, wakeAlert } from '../actions/snooze_alerts.js'
import { refused } from '../refused.js'
import { alertsValidator, mergeValidator, snoozeValidator, stepValidator } from '../validators/alerts.js'

/** Longest time an alert may be put aside. */
const MOST_SNOOZED_DAYS = 14

/** Further acts of whoever works on alerts, as JSON: what was done, and what was refused, row by row. */
export default class AlertActsController {
  async snooze({ request, officer, response }: HttpContext) {
    const { alerts, until, for: event, note } = await request.validateUsing(snoozeValidator)
    const latest = Date.now() + MOST_SNOOZED_DAYS * 86_400_000
    const at = new Date(Math.min(new Date(until).getTime(), latest))
    // A moment that no calendar has is past as well.
    if (!(at.getTime() > Date.now())) return refused(response, 'snooze_past')
    return response.json(await each(alerts, (id) => snoozeAlert(id, officer, { until: at, for: event, note })))
  }

  async wake({ request, officer, response }: HttpContext) {
    const { alerts } = await request.validateUsing(alertsValidator)
    return response.json(await each(alerts, (id) => wakeAlert(id, officer)))
  }

  async merge({ request, officer, response }: HttpContext) {
    const { alerts, into } = await request.validateUsing(mergeValidator)
    return response.json(await each(alerts, (id) => mergeAlert(id, into, officer)))
  }

  async detach({ request, officer, response }: HttpContext) {
    const { alerts } = await request.validateUsing(alertsValidator)
    return response.json(await each(alerts, (id) => detachAlert(id, officer)))
  }

  /** A step inside a phase: beginning the review, or a state the administration put between. */
  async step({ params, request, officer, response }: HttpContext) {
    const { act, reason, note, seen } = await request.validateUsing(stepValidator)
    const moved = await moveAlert(params.id, {
      act,
      officer,
      reason,
      note,
      ...(seen === undefined ? {} : { seen }),
      refuse: () => (isStep(act) ? null : 'closed'),
    })
    return moved.ok
      ? response.json({ state: moved.value.step ?? moved.value.state })
      : refused(response, moved.error.key)
  }
}

/** Acts with a route of their own do more than move: they are not done by this one. */
const isStep = (act: string) => act === 'begin_review' || act.startsWith('enter_') || act.startsWith('back_from_')
