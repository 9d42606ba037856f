import type { Officer } from '#platform/access/officer'
import { firstRow, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { KIND_CODES, KINDS, type KindCode } from '../kinds.js'
import { defaultRule, type Rule } from '../rules.js'
import type { Schedule } from '../schedule.js'
import { ruleOf, type StoredRule } from './rule_of.js'
import { scheduleOf, type StoredSchedule } from './schedule_of.js'

export interface Choices {
  /** Kinds that this officer may be told of. */
  rules: { kind: KindCode; rule: Rule; chosen: boolean }[]
  schedule: Schedule
  scheduleChosen: boolean
}

/** What an officer chose to be told, and the defaults of their roles where they chose nothing. */
export async function getChoices({ id, roles, permissions }: Officer): Promise<Choices> {
  const stored = await rows<StoredRule & { kind: string }>(
    `select kind, in_app, mail, min_band, ports from tenant.notification_rules where officer_id = ?`,
    [id]
  )
  const codes = roles.map(({ code }) => code)
  const chosen = new Map(stored.map((row) => [row.kind, ruleOf(row)]))
  const schedule = await firstRow<StoredSchedule>(
    `select timezone, quiet_from, quiet_until, quiet_days, break_through, digest_hours, sound
       from tenant.notification_schedules where officer_id = ?`,
    [id]
  )
  return {
    rules: KIND_CODES.filter((kind) => mayHear(kind, permissions)).map((kind) => ({
      kind,
      rule: chosen.get(kind) ?? defaultRule(kind, codes),
      chosen: chosen.has(kind),
    })),
    schedule: scheduleOf(schedule, tenancy.current().administration.timezone),
    scheduleChosen: schedule !== null,
  }
}

export const mayHear = (kind: KindCode, permissions: Officer['permissions']): boolean => {
  const { permission } = KINDS[kind]
  return permission === null || permissions.has(permission)
}
