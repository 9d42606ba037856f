import { listSlots, sitesOfPorts } from '#app/casework/published'
import { attention, decideBy, inOrder, type Attention } from '#core/triage/attention'
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
