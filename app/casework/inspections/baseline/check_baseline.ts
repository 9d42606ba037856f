import { rows } from '#platform/tenancy/database'
import { baselineTicket, commitmentOf } from '../draw/draw.js'
import type { RevealRow } from '../queries/list_draws.js'

interface BaselineOfDay {
  /** Consignments that took part. */
  took: number
  /** Of those drawn with the revealed key, and of those ordered; `null` while the key is sealed. */
  drawn: number | null
  ordered: number | null
  /** Ordered at random and not drawn: somebody made it up. */
  undrawn: number | null
}

interface Ticket {
  id: string
  kid: string
  commitment: string
  perMille: number
}

/** The baseline of a day, computed again from who took part and the revealed key. */
export async function checkBaseline(
  day: string,
  reveals: readonly RevealRow[],
  { administrationId, readerId }: { administrationId: string; readerId: string }
): Promise<BaselineOfDay> {
  const tickets = await rows<Ticket>(
    `select consignment_id as id, kid, commitment, per_mille as "perMille" from tenant.baseline_tickets where day = ?::date order by 1`,
    [day]
  )
  if (reveals.length === 0) return { took: tickets.length, drawn: null, ordered: null, undrawn: null }
  const keys = new Map(reveals.map(({ kid, dayKey }) => [kid, Buffer.from(dayKey, 'hex')]))
  const drawn = new Set(
    tickets
      .filter(({ id, kid, commitment, perMille }) => {
        const key = keys.get(kid)
        return key && commitmentOf(key) === commitment && baselineTicket(key, administrationId, id) < perMille / 1000
      })
      .map(({ id }) => id)
  )
  const ordered = await rows<{ id: string }>(
    `select distinct b.consignment_id as id from tenant.baseline_orders(?::date, ?) b order by 1`,
    [day, readerId]
  )
  return {
    took: tickets.length,
    drawn: drawn.size,
    ordered: ordered.filter(({ id }) => drawn.has(id)).length,
    undrawn: ordered.filter(({ id }) => !drawn.has(id)).length,
  }
}
