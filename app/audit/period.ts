import { DAY } from '#core/kernel/instant'
import { toInstant } from '#core/kernel/local_time'
import { tenancy } from '#platform/tenancy/tenant_context'

/** Days of the administration's own calendar, both inclusive, as instants; `null` is open. */
export function periodOf(from: string | null, to: string | null): { since: Date | null; until: Date | null } {
  const { timezone } = tenancy.current().administration
  const midnight = (day: string) => new Date(toInstant(`${day}T00:00`, timezone))
  return { since: from && midnight(from), until: to && midnight(nextDay(to)) } as {
    since: Date | null
    until: Date | null
  }
}

const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10)
