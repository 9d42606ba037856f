import type { EquipmentRecord } from '#core/cargo/equipment_record'
import { isOwn, type OwnPlaces } from '#core/cargo/nature'
import type { CallAsFiled, ReportedDocument } from '#core/cargo/reported_document'

/** Seen from the administration: cargo comes in at its port, or leaves from it. */
export type Direction = 'inbound' | 'outbound'

/** The call at a port of ours that a document is about. */
export interface OwnCall {
  port: string
  direction: Direction
  times: Pick<CallAsFiled, 'eta' | 'etd' | 'ata' | 'atd'>
}

/** UN 3227: departure, load, and where a conveyance sets out. Any other place of a journey is arrived at. */
const LEFT: ReadonlySet<string> = new Set(['5', '9', '125'])
const NO_TIMES: OwnCall['times'] = { eta: null, etd: null, ata: null, atd: null }

/**
 * Which port of ours a document is about and in which direction: the places of
 * its journey say it, an arrival before a departure; else where most of its equipment is discharged
 * or loaded. `null` when no port of ours is named: whose cargo it is stays unknown.
 */
export const ownCallOf = (document: ReportedDocument, ownPlaces: OwnPlaces): OwnCall | null => {
  const own = document.calls.flatMap((call) => {
    const port = call.place.code
    return port !== null && isOwn(call.place, ownPlaces)
      ? [{ port, left: LEFT.has(call.qualifier), times: timesOf(call) }]
      : []
  })
  const named = own.find(({ left }) => !left) ?? own[0]
  if (named) return { port: named.port, direction: named.left ? 'outbound' : 'inbound', times: named.times }
  const records = recordsOf(document)
  const discharged = mostOf(records, 'discharge', ownPlaces)
  if (discharged) return { port: discharged, direction: 'inbound', times: NO_TIMES }
  const loaded = mostOf(records, 'loading', ownPlaces)
  return loaded ? { port: loaded, direction: 'outbound', times: NO_TIMES } : null
}

/** Every equipment that a document describes. */
export const recordsOf = (document: ReportedDocument): readonly EquipmentRecord[] => {
  switch (document.kind) {
    case 'stowage_plan':
      return document.slots.flatMap(({ equipment }) => equipment)
    case 'equipment_report':
      return document.equipment
    case 'status_report':
      return document.events.flatMap(({ equipment }) => equipment)
    case 'conveyance_report':
    case 'traveller_list':
      return []
  }
}

/** Persons aboard, counted. What is not told is `null`. */
export const personsOf = (document: ReportedDocument): { crew: number | null; passengers: number | null } | null => {
  if (document.kind === 'conveyance_report') return document.persons
  if (document.kind !== 'traveller_list') return null
  const crew = document.travellers.filter(({ kind }) => kind === 'crew').length
  const passengers = document.travellers.length - crew
  return {
    crew: crew > 0 || document.of === 'crew' ? crew : null,
    passengers: passengers > 0 || document.of !== 'crew' ? passengers : null,
  }
}

const timesOf = ({ eta, etd, ata, atd }: CallAsFiled): OwnCall['times'] => ({ eta, etd, ata, atd })

const mostOf = (
  records: readonly EquipmentRecord[],
  side: 'loading' | 'discharge',
  ownPlaces: OwnPlaces
): string | null => {
  const counts = new Map<string, number>()
  for (const { places } of records) {
    const place = places[side]
    const code = place?.code
    if (code && isOwn(place, ownPlaces)) counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null
}
