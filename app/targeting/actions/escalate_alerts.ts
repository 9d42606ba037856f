import { liveRevision, workflowAt } from '#app/workflows/published'
import { recordAction } from '#platform/audit/record'
import { announce } from '#platform/events/announce'
import { notifyLive } from '#platform/live/notify'
import { rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

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
  unitOfWork(
    async () => {
      const late = await rows<{ id: string; call: string }>(
        `with late as materialized (
         select a.id, k.id as call from tenant.alerts a join tenant.consignments c on c.id = a.consignment_id join tenant.calls k on k.id = c.call_id
          where a.state in ('new', 'claimed') and a.escalated_at is null and k.eta - make_interval(mins => ?) <= now()
          order by a.id limit ? for update of a skip locked),
       told as (insert into tenant.alert_events (tenant_id, id, alert_id, kind) select ?::uuid, uuidv7(), id, 'escalated' from late)
       update tenant.alerts a set escalated_at = now(), version = a.version + 1 from late l where a.id = l.id returning a.id, l.call`,
        [lead, most, tenancy.current().administration.id]
      )
      if (late.length === 0) return 0
      const alerts = late.map(({ id }) => id)
      await recordAction({ action: 'alert.escalated', data: { alerts } })
      for (const { id } of new Map(late.map((each) => [each.call, each])).values())
        await notifyLive('alert:changed', id)
      await announce('alert:escalated', { alerts })
      return late.length
    },
    { planned: true }
  )
