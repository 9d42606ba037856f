import { DEFAULT_DIGEST_HOURS, type Schedule } from '../schedule.js'

/** Columns of `notification_schedules`, all null where an officer chose nothing. */
export interface StoredSchedule {
  timezone: string | null
  quiet_from: number | null
  quiet_until: number | null
  quiet_days: number[] | null
  break_through: boolean | null
  digest_hours: number[] | null
  sound: boolean | null
}

/** Without a choice: no quiet hours, one digest at seven in the morning of the administration. */
export const scheduleOf = (stored: StoredSchedule | null, zone: string): Schedule =>
  stored === null || stored.timezone === null
    ? { timezone: zone, quiet: null, breakThrough: false, digestHours: DEFAULT_DIGEST_HOURS, sound: false }
    : {
        timezone: stored.timezone,
        quiet:
          stored.quiet_from === null || stored.quiet_until === null
            ? null
            : { from: stored.quiet_from, until: stored.quiet_until, days: stored.quiet_days! },
        breakThrough: stored.break_through!,
        digestHours: stored.digest_hours!,
        sound: stored.sound!,
      }
