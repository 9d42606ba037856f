import { rows } from '#platform/tenancy/database'
import type { Schedule } from '../schedule.js'
import { scheduleOf, type StoredSchedule } from './schedule_of.js'

export interface PendingNotification {
  id: string
  officerId: string
  kind: string
  mail: 'now' | 'digest'
  berthAt: Date | null
  createdAt: Date
  /** When the last mail of this kind was made for this officer. */
  lastMailed: Date | null
  schedule: Schedule
}

/** What waits for its mail, oldest first; held by this transaction, so that nothing gets into two mails. */
export async function listPending(zone: string, most: number): Promise<PendingNotification[]> {
  const found = await rows<Omit<PendingNotification, 'schedule'> & StoredSchedule>(
    `select n.id, n.officer_id as "officerId", n.kind, n.mail, n.berth_at as "berthAt", n.created_at as "createdAt",
        (select max(m.created_at) from tenant.notification_mails m where m.officer_id = n.officer_id and m.kind = n.kind) as "lastMailed",
        s.timezone, s.quiet_from, s.quiet_until, s.quiet_days, s.break_through, s.digest_hours, s.sound
       from tenant.notifications n
       join tenant.officers o on o.id = n.officer_id and o.state = 'active'
       left join tenant.notification_schedules s on s.officer_id = n.officer_id
      where n.mail_id is null and n.mail <> 'off'
      order by n.created_at, n.id limit ? for update of n skip locked`,
    [most]
  )
  return found.map((row) => ({ ...row, schedule: scheduleOf(row, zone) }))
}
