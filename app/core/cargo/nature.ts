import type { Nature } from './codes.js'
import type { Consignment, Place } from './consignment.js'

/** What an administration calls its own: its country, and the ports it looks after (UN/LOCODE). */
export interface OwnPlaces {
  /** ISO 3166 alpha-2. */
  readonly country: string
  readonly ports: ReadonlySet<string>
}

/** Why a consignment has the nature it has; from `between_own_ports` on, why it has none. */
export const NATURE_REASONS = [
  'filed',
  'discharged_here',
  'delivered_here',
  'goes_on_abroad',
  'changes_conveyance_here',
  'loaded_here',
  'between_own_ports',
  'received_abroad',
  'passes_by',
  'place_unknown',
] as const
export type NatureReason = (typeof NATURE_REASONS)[number]

export interface NatureOfConsignment {
  readonly nature: Nature | null
  readonly because: NatureReason
  /** Canonical paths that say so. */
  readonly from: readonly string[]
}

/** `null` when the place is not filed, or nothing tells in which country it lies. */
export const isOwn = (place: Place | null | undefined, own: OwnPlaces): boolean | null => {
  if (!place) return null
  if (place.code !== null && own.ports.has(place.code)) return true
  return place.country === null ? null : place.country === own.country
}

const LOADING = 'places.loading'
const DISCHARGE = 'places.discharge'

/**
 * Nature of cargo: as filed, else what its places say seen from the administration (FORMATS,
 * appendix B). What they leave open stays unknown: goods between two ports of ours, goods received
 * abroad that are loaded here (transit or transhipment), and goods that touch no place of ours.
 */
export const natureOf = (
  { nature, places }: Pick<Consignment, 'nature' | 'places'>,
  own: OwnPlaces
): NatureOfConsignment => {
  if (nature !== null) return { nature, because: 'filed', from: ['nature'] }
  const loaded = isOwn(places.loading, own)
  const discharged = isOwn(places.discharge, own)
  const delivered = isOwn(places.delivery, own)
  const ends = [LOADING, DISCHARGE]
  if (loaded === null || discharged === null) return { nature: null, because: 'place_unknown', from: [] }
  if (loaded && discharged) return { nature: null, because: 'between_own_ports', from: ends }
  if (loaded) {
    return isOwn(places.receipt, own) === false
      ? { nature: null, because: 'received_abroad', from: ['places.receipt', LOADING] }
      : { nature: 'export', because: 'loaded_here', from: ends }
  }
  if (discharged) {
    return delivered === false
      ? { nature: 'transit', because: 'goes_on_abroad', from: [...ends, 'places.delivery'] }
      : { nature: 'import', because: 'discharged_here', from: ends }
  }
  if (delivered) return { nature: 'import', because: 'delivered_here', from: [...ends, 'places.delivery'] }
  const changes = places.transhipment.findIndex((place) => isOwn(place, own) === true)
  return changes === -1
    ? { nature: null, because: 'passes_by', from: ends }
    : { nature: 'transhipment', because: 'changes_conveyance_here', from: [...ends, `places.transhipment.${changes}`] }
}
