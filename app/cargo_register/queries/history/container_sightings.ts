import type { ContainerSighting } from '#core/facts/history'
import { TWELVE_MONTHS, windowStart } from '#core/facts/window'
import type { Instant } from '#core/kernel/instant'
import { rows } from '#platform/tenancy/database'

export interface WantedContainer {
  container: string
  until: Instant
}

/** A sighting with where it stands in the register, by which a consignment tells its own document from another. */
export interface SightingAt extends Omit<ContainerSighting, 'sameCall'> {
  manifestId: string
  callId: string | null
}

interface Row {
  at: number
  manifest_id: string
  call_id: string | null
  reference: string | null
  nature: string | null
  state: string
  consignor_name: string | null
  consignee_name: string | null
  discharge_port: string | null
  first_registered_at: Date
  arrival: Date | null
}

/** A groupage container has a bill for each of its owners; more of them tell no more. */
const MOST = 200

/** Bills under which each container was filed in the twelve months before the moment, the latest first, in the order asked. */
export async function containerSightings(wanted: readonly WantedContainer[]): Promise<SightingAt[][]> {
  if (wanted.length === 0) return []
  const found = await rows<Row>(
    `select w.at, s.* from json_to_recordset(?::json) as w (at integer, container text, since timestamptz, until timestamptz)
       cross join lateral (
         select c.manifest_id, c.call_id, c.reference, c.nature, c.state, c.consignor_name, c.consignee_name, c.discharge_port,
                c.first_registered_at, coalesce(k.arrived_at, k.eta) as arrival
           from (select consignment_id from tenant.consignment_numbers where kind = 'equipment' and key = w.container offset 0) n
           cross join lateral (select * from tenant.consignments where id = n.consignment_id offset 0) c
           left join tenant.calls k on k.id = c.call_id
          where c.first_registered_at >= w.since and c.first_registered_at < w.until and c.state <> 'unusable'
          order by c.first_registered_at desc, c.id desc limit ${MOST}) s
      order by w.at, s.first_registered_at desc`,
    [
      JSON.stringify(
        wanted.map(({ container, until }, at) => ({
          at,
          container,
          since: new Date(windowStart(until, TWELVE_MONTHS)).toISOString(),
          until: new Date(until).toISOString(),
        }))
      ),
    ]
  )
  const sightings: SightingAt[][] = wanted.map(() => [])
  for (const row of found) sightings[row.at]!.push(fromRow(row, wanted[row.at]!.container))
  return sightings
}

const fromRow = (row: Row, container: string): SightingAt => ({
  container,
  manifestId: row.manifest_id,
  callId: row.call_id,
  reference: row.reference,
  nature: row.nature,
  open: row.state === 'filed',
  consignor: row.consignor_name,
  consignee: row.consignee_name,
  port: row.discharge_port,
  registeredAt: row.first_registered_at.getTime(),
  arrival: row.arrival?.getTime() ?? null,
})
