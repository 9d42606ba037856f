import { listSlots, sitesOfPorts } from '#app/casework/published'
import { attention, decideBy, inOrder, type Attention } from '#core/triage/attention'
import { clearing, type Clearing, type Pace } from '#core/triage/clearing'
import { firstRow } from '#platform/tenancy/database'
import type { TriageFilters } from '../triage_filters.js'
import type { TriageKey } from './list_triage_keys.js'

/** A consignment in its place, with what put it there. */
export interface OrderedKey extends TriageKey {
  attention: Attention
}

/** The queue in its order: by value of attention, or by what else was asked, ships together all the same. */
export async function orderTriage(
  keys: readonly TriageKey[],
  { sort }: TriageFilters,
  lead: number,
  now: Date
): Promise<OrderedKey[]> {
  const places = await freePlaces(keys, now)
  const own = keys.map((key) => ({
    ...key,
    attention: attention(
      key.score ?? 0,
      decideBy(key.arrival?.getTime() ?? null, lead),
      places.get(key.port ?? '') ?? null,
      now.getTime()
    ),
  }))
  const ranked = own.map((key) => ({
    ...key,
    group: key.call_id,
    upTo: key.up_to ?? 0,
    attention: { ...key.attention, value: by(sort, key) },
  }))
  const values = new Map(own.map(({ id, attention: { value } }) => [id, value]))
  return inOrder(ranked).map((key) => ({ ...key, attention: { ...key.attention, value: values.get(key.id)! } }))
}

function by(sort: TriageFilters['sort'], key: OrderedKey): number {
  if (sort === 'score') return key.score ?? 0
  return sort === 'could_be' ? (key.up_to ?? 0) : key.attention.value
}

/** Free places of the next day, and undecided alerts that want them, by port; ports without planned places are left out. */
async function freePlaces(
  keys: readonly TriageKey[],
  now: Date
): Promise<Map<string, { free: number; undecided: number }>> {
  const ports = [...new Set(keys.flatMap(({ port }) => port ?? []))]
  if (ports.length === 0) return new Map()
  const sites = await sitesOfPorts(ports)
  const slots = sites.size === 0 ? [] : await listSlots(now.getTime(), 2)
  const horizon = now.getTime() + 24 * 3_600_000
  const free = new Map<string, { free: number; undecided: number }>()
  for (const { siteId, from, places, booked } of slots) {
    const port = sites.get(siteId)
    if (!port || from > horizon) continue
    const known = free.get(port) ?? { free: 0, undecided: 0 }
    free.set(port, { ...known, free: known.free + Math.max(0, places - booked) })
  }
  for (const { port, undecided } of keys) {
    const known = free.get(port ?? '')
    if (known && undecided) known.undecided += 1
  }
  return free
}

/** Decisions of the last days and the hours of officers in which they were made. */
export async function deskPace(): Promise<Pace> {
  const found = await firstRow<{ decisions: number; hours: number }>(
    `select count(*)::int as decisions, count(distinct (officer_id, date_trunc('hour', at)))::int as hours
       from tenant.alert_events where at > now() - interval '7 days' and officer_id is not null and kind in ('dismissed', 'merged', 'suppressed')`
  )
  return { decisions: found?.decisions ?? 0, officerHours: found?.hours ?? 0 }
}

/** Whether each ship's alerts will be decided in time; ships of unknown arrival by their own sign. */
export function clearTriage(
  keys: readonly TriageKey[],
  lead: number,
  pace: Pace,
  officers: number,
  now: Date
): ReadonlyMap<string, Clearing> {
  const waiting = new Map<string, { id: string; undecided: number; due: number | null }>()
  for (const { call_id: call, arrival, undecided } of keys) {
    const id = call ?? 'unknown'
    const known = waiting.get(id) ?? { id, undecided: 0, due: decideBy(arrival?.getTime() ?? null, lead) }
    waiting.set(id, { ...known, undecided: known.undecided + (undecided ? 1 : 0) })
  }
  return clearing([...waiting.values()], pace, officers, now.getTime())
}
