import { recordAction } from '#platform/audit/record'
import { ring } from '#platform/queue/doorbell'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { KindCode } from '../kinds.js'
import type { Rule } from '../rules.js'
import type { Schedule } from '../schedule.js'

const subject = (officerId: string) => ({ kind: 'officer', id: officerId })

/** From now on this officer is told of this kind so. What was told before stays as it was. */
export async function chooseRule(officerId: string, kind: KindCode, rule: Rule): Promise<void> {
  await unitOfWork(async () => {
    await execute(
      `insert into tenant.notification_rules (tenant_id, officer_id, kind, in_app, mail, min_band, ports) values (?, ?, ?, ?, ?, ?, ?::text[])
       on conflict (tenant_id, officer_id, kind) do update
         set in_app = excluded.in_app, mail = excluded.mail, min_band = excluded.min_band, ports = excluded.ports, changed_at = now()`,
      [tenancy.current().administration.id, officerId, kind, rule.inApp, rule.mail, rule.minBand, `{${rule.ports}}`]
    )
    const data = { kind, in_app: rule.inApp, mail: rule.mail, min_band: rule.minBand, ports: rule.ports }
    await recordAction({ action: 'notification.rule_changed', subject: subject(officerId), data })
  })
}

/** Quiet hours, digest and sound; what waits is looked at again by the new times. */
export async function chooseSchedule(officerId: string, schedule: Schedule): Promise<void> {
  const { timezone, quiet, breakThrough, digestHours, sound } = schedule
  await unitOfWork(async () => {
    await execute(
      `insert into tenant.notification_schedules (tenant_id, officer_id, timezone, quiet_from, quiet_until, quiet_days, break_through, digest_hours, sound)
       values (?, ?, ?, ?, ?, ?::smallint[], ?, ?::smallint[], ?)
       on conflict (tenant_id, officer_id) do update set timezone = excluded.timezone, quiet_from = excluded.quiet_from,
         quiet_until = excluded.quiet_until, quiet_days = excluded.quiet_days, break_through = excluded.break_through,
         digest_hours = excluded.digest_hours, sound = excluded.sound, changed_at = now()`,
      [
        tenancy.current().administration.id,
        officerId,
        timezone,
        quiet?.from ?? null,
        quiet?.until ?? null,
        `{${quiet?.days ?? ''}}`,
        breakThrough,
        `{${digestHours}}`,
        sound,
      ]
    )
    const data = { timezone, quiet: quiet !== null, break_through: breakThrough, digests: digestHours.length }
    await recordAction({ action: 'notification.schedule_changed', subject: subject(officerId), data })
    await ring('delivery')
  })
}

/** Back to what the officer's roles start with. */
export async function forgetChoices(officerId: string): Promise<void> {
  await unitOfWork(async () => {
    await execute(`delete from tenant.notification_rules where officer_id = ?`, [officerId])
    await execute(`delete from tenant.notification_schedules where officer_id = ?`, [officerId])
    await recordAction({ action: 'notification.choices_reset', subject: subject(officerId) })
    await ring('delivery')
  })
}
