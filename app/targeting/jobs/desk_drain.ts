import { ringAt } from '#platform/queue/doorbell'
import { DrainJob } from '#platform/queue/job'
import { firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { escalate, leadMinutes } from '../actions/escalate_alerts.js'
import { releaseIdle } from '../actions/move_alert.js'
import { wake } from '../actions/snooze_alerts.js'
import { ALERT_COLUMNS, IDLE_MINUTES, type AlertRow } from '../queries/get_alert.js'

const BATCH = 200

/**
 * The clock of the desk: gives idle claims back, wakes what slept long enough, and tells supervisors of
 * what nobody decided in time. Its bell hangs for the next of
 * these; acts take effect without it too, since an idle claim binds nobody and a snooze that is over hides nothing.
 */
export default class DeskDrain extends DrainJob {
  static override readonly jobName = 'desk.drain'
  static override readonly room = 'desk'

  async drain(): Promise<boolean> {
    const idle = await unitOfWork(async () => {
      const found = await rows<AlertRow>(
        `select ${ALERT_COLUMNS} from tenant.alerts a
          where a.state = 'claimed' and a.snoozed_until is null and coalesce(a.touched_at, a.claimed_at) < now() - make_interval(mins => ?)
          order by a.id limit ? for update skip locked`,
        [IDLE_MINUTES, BATCH]
      )
      for (const alert of found) await releaseIdle(alert)
      return found.length
    })
    const woken = await unitOfWork(async () => {
      const found = await rows<{ id: string }>(
        `select id from tenant.alerts where snoozed_until <= now() and state in ('new', 'claimed') order by id limit ? for update skip locked`,
        [BATCH]
      )
      await wake(
        found.map(({ id }) => id),
        null,
        'time'
      )
      return found.length
    })
    const lead = await leadMinutes()
    const escalated = await escalate(lead, BATCH)
    if (idle === BATCH || woken === BATCH || escalated === BATCH) return true
    const next = await nextDue(lead)
    if (next) await ringAt('desk', next)
    return false
  }
}

/** When something is due next; `null`: nothing waits for the clock. */
async function nextDue(lead: number): Promise<Date | null> {
  const row = await firstRow<{ at: Date | null }>(
    `select least(
       (select min(coalesce(touched_at, claimed_at)) + make_interval(mins => ?) from tenant.alerts where state = 'claimed' and snoozed_until is null),
       (select min(snoozed_until) from tenant.alerts where snoozed_until is not null and state in ('new', 'claimed')),
       (select min(k.eta) - make_interval(mins => ?) from tenant.alerts a join tenant.consignments c on c.id = a.consignment_id
          join tenant.calls k on k.id = c.call_id where a.state in ('new', 'claimed') and a.escalated_at is null)) as at`,
    [IDLE_MINUTES, lead]
  )
  return row?.at ?? null
}
