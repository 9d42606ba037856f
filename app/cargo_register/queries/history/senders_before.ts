import type { SenderQuality } from '#core/facts/history'
import type { Instant } from '#core/kernel/instant'
import { rows } from '#platform/tenancy/database'

/** Senders of fewer consignments in twelve months say nothing about themselves yet. */
const FEWEST = 50

interface Row {
  day: string
  sender: string
  filed: number
  flawed: number
}

/**
 * How often each sender's cargo had Problems in the 365 UTC days before the day of each moment, and
 * where it stands among all senders; the day itself does not count. A function of (sender, moment).
 */
export async function sendersBefore(
  moments: readonly Instant[]
): Promise<(sender: string, at: Instant) => SenderQuality | null> {
  const days = [...new Set(moments.map(dayOf))]
  const found = await rows<Row>(
    `select w.day::text as day, d.key as sender, (coalesce(sum(d.count) filter (where d.kind = 'sender'), 0))::int as filed,
            (coalesce(sum(d.count) filter (where d.kind = 'flawed'), 0))::int as flawed
       from unnest(?::date[]) as w (day)
       join tenant.history_days d on d.kind in ('sender', 'flawed') and d.day >= w.day - 365 and d.day < w.day
      group by w.day, d.key having coalesce(sum(d.count) filter (where d.kind = 'sender'), 0) >= ${FEWEST}`,
    [days]
  )
  const byDay = new Map(days.map((day) => [day, found.filter((row) => row.day === day)]))
  return (sender, at) => {
    const all = byDay.get(dayOf(at)) ?? []
    const own = all.find((row) => row.sender === sender)
    if (!own) return null
    const worse = all.filter((row) => row.flawed * own.filed > own.flawed * row.filed).length
    return { flawedShare: own.flawed / own.filed, worse, of: all.length }
  }
}

const dayOf = (at: Instant) => new Date(at).toISOString().slice(0, 10)
