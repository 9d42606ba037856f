import type { Instant } from '#core/kernel/instant'
import { announce } from '#platform/events/announce'
import { notifyLive } from '#platform/live/notify'
import { rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import '../events.js'
import type { CargoEventKind } from '../cargo_event.js'
import { haveLeft } from '../queries/have_left.js'

export interface CargoEventRow {
  kind: CargoEventKind
  at: Instant | null
  consignmentIds: readonly string[]
  equipment: string | null
  place: string | null
  siteId: string | null
  source: 'page' | 'api' | 'file' | 'message'
  reporter: string
  reference: string | null
  note: string | null
  officerId: string | null
  /** The event each consignment's new one corrects, by consignment. */
  replaces: ReadonlyMap<string, string>
}

/** Live messages a unit sends at most: a ship of thousands is seen by its call. */
const TOLD_LIVE = 50

/** The same event for some consignments, in one statement, and what it means for those who wait for them. */
export async function writeCargoEvents(event: CargoEventRow): Promise<string[]> {
  const ids = [...event.consignmentIds]
  const written = await rows<{ id: string }>(
    `insert into tenant.cargo_events (tenant_id, id, consignment_id, equipment, kind, at, place, site_id, source, reporter, reference, note, replaces, recorded_by)
     select ?::uuid, uuidv7(), c.id, ?, ?, ?::timestamptz, ?, ?::uuid, ?, ?, ?, ?, c.replaces, ?::uuid
       from unnest(?::uuid[], ?::uuid[]) as c (id, replaces) returning id`,
    [
      tenancy.current().administration.id,
      event.equipment,
      event.kind,
      event.at === null ? null : new Date(event.at),
      event.place,
      event.siteId,
      event.source,
      event.reporter,
      event.reference,
      event.note,
      event.officerId,
      ids,
      ids.map((id) => event.replaces.get(id) ?? null),
    ]
  )
  const left = event.at !== null && event.kind !== 'discharge'
  await announce('event:recorded', {
    kind: event.kind,
    happened: event.at !== null,
    consignmentIds: ids,
    equipment: event.equipment,
    gone: left ? [...(await haveLeft(ids))] : [],
  })
  for (const id of ids.slice(0, TOLD_LIVE)) await notifyLive('event:recorded', id)
  return written.map(({ id }) => id)
}
