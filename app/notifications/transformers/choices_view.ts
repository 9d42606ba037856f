import { DateTime } from 'luxon'
import type { NotificationRulesProps, ScheduleView } from '../../../resources/pages/notifications/rules.props.js'
import { kindOf } from '../kinds.js'
import type { Choices } from '../queries/get_choices.js'
import type { Quiet, Schedule } from '../schedule.js'

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

export const ruleViews = ({ rules }: Choices): NotificationRulesProps['rules'] =>
  rules.map(({ kind, rule, chosen }) => {
    const { banded, placed, urgent } = kindOf(kind)!
    return { kind, banded, placed, urgent, chosen, ...rule, ports: [...rule.ports] }
  })

export const scheduleView = ({ schedule, scheduleChosen }: Choices): ScheduleView => ({
  ...schedule,
  quiet: schedule.quiet && {
    from: clock(schedule.quiet.from),
    until: clock(schedule.quiet.until),
    days: [...schedule.quiet.days],
  },
  digestHours: [...schedule.digestHours],
  chosen: scheduleChosen,
})

export const quietOf = (quiet: ScheduleView['quiet']): Quiet | null =>
  quiet && { from: minutesOf(quiet.from), until: minutesOf(quiet.until), days: [...quiet.days].sort() }

/** The last whole day where this officer lives. */
export function yesterdayOf(now: Date, { timezone }: Pick<Schedule, 'timezone'>): { from: Date; until: Date } {
  const today = DateTime.fromJSDate(now).setZone(timezone).startOf('day')
  return { from: today.minus({ days: 1 }).toJSDate(), until: today.toJSDate() }
}
