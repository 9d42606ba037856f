import type { CargoReport } from '#core/cargo/cargo_report'
import type { Place } from '#core/cargo/consignment'
import { isOwn, type OwnPlaces } from '#core/cargo/nature'
import type { Direction } from './document_call.js'

/** The port where the conveyance calls, for us, and whether it brings the cargo there or takes it. */
export interface PortOfReport {
  port: string
  direction: Direction
}

type Side = 'loading' | 'discharge'
const DIRECTIONS: Readonly<Record<Side, Direction>> = { discharge: 'inbound', loading: 'outbound' }

/**
 * Which port a report is about: the one of ours that the heading names, else that most consignments
 * name; an arrival before a departure unless the report says export. A place abroad is never it. One
 * whose country nobody knows is taken at its word, on the side that the nature says. `null` when nothing is named.
 */
export const portOfReport = (report: CargoReport, own: OwnPlaces): PortOfReport | null => {
  const sides: readonly Side[] = report.nature === 'export' ? ['loading', 'discharge'] : ['discharge', 'loading']
  return (
    named(report, sides, (place) => isOwn(place, own) === true) ??
    named(report, sides.slice(0, 1), (place) => isOwn(place, own) === null)
  )
}

const named = (report: CargoReport, sides: readonly Side[], counts: (place: Place) => boolean): PortOfReport | null => {
  for (const side of sides) {
    const place = report.conveyance[side]
    if (place?.code && counts(place)) return { port: place.code, direction: DIRECTIONS[side] }
  }
  for (const side of sides) {
    const port = mostNamed(
      report.consignments.flatMap(({ consignment }) => consignment.places[side] ?? []).filter(counts)
    )
    if (port) return { port, direction: DIRECTIONS[side] }
  }
  return null
}

const mostNamed = (places: readonly Place[]): string | null => {
  const times = new Map<string, number>()
  for (const { code } of places) if (code) times.set(code, (times.get(code) ?? 0) + 1)
  return [...times].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null
}
