import { liveRevision, workflowAt } from '#app/workflows/published'
import { announce } from '#platform/events/announce'
import { notifyLive } from '#platform/live/notify'
import { rows, unitOfWork } from '#platform/tenancy/database'
import { writeAlertEvent } from './write_alert_event.js'

/** Minutes before an arrival by which alerts have to be decided: the timer of new ones in the workflow that is live. */
export async function leadMinutes(): Promise<number> {
  const workflow = await workflowAt('alert', await liveRevision('alert'))
  const timer = workflow.states.find(({ code }) => code === 'new')?.timer
  return timer?.from === 'before_arrival' ? timer.minutes : DEFAULT_LEAD_MINUTES
}
/** Where the workflow says none. */
const DEFAULT_LEAD_MINUTES = 120

/** Tells of open alerts whose time to decide has come, once each. An arrival that nobody told is no time. */
export const escalate = (lead: number, most: number): Promise<number> =>
  unitOfWork(async () => {
    const late = await rows<{ id: string }>(
      `update tenant.alerts set escalated_at = now(), version = version + 1 where id in (
         select a.id from tenant.alerts a join tenant.consignments c on c.id = a.consignment_id join tenant.calls k on k.id = c.call_id
          where a.state in ('new', 'claimed') and a.escalated_at is null and k.eta - make_interval(mins => ?) <= now()
          order by a.id limit ? for update of a skip locked) returning id`,
      [lead, most]
    )
    for (const { id } of late) {
      await writeAlertEvent(id, 'escalated', { officerId: null })
      await notifyLive('alert:changed', id)
    }
    if (late.length > 0) await announce('alert:escalated', { alerts: late.map(({ id }) => id) })
    return late.length
  })
