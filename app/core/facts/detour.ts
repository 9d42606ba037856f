import type { Place, Places } from '../cargo/consignment.js'
import type { ReferenceData } from '../reference/reference_data.js'
import type { Fact } from './catalogue.js'
import { known, missing } from './fact.js'
import type { AlwaysFiled } from './filing_terms.js'

interface Point {
  readonly latitude: number
  readonly longitude: number
}

const EARTH_KM = 6371
/** Ports nearer to each other than this are one place: a ratio would say nothing. */
const NEAR_KM = 100
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Great-circle distance in km. */
export const distanceKm = (a: Point, b: Point): number => {
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude)
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/**
 * Length of the route loading → transhipments → discharge over the direct way, both as great circles:
 * how far out of the way it goes, not how far the ship sails.
 */
export const detour = (places: Places, reference: ReferenceData, alwaysFiled: AlwaysFiled): Fact<number> => {
  const { loading, transhipment, discharge } = places
  if (loading === null || discharge === null) return missing('not_filed')
  if (transhipment.length === 0 && !alwaysFiled.has('place.transhipment')) return missing('not_filed')
  const chain = [loading, ...transhipment, discharge]
  if (chain.some((place) => place.code === null)) return missing('not_understood')
  const points = chain.flatMap((place) => pointOf(place, reference))
  const [first, last] = [points[0], points.at(-1)]
  if (points.length < chain.length || first === undefined || last === undefined) return missing('no_reference')
  const direct = distanceKm(first, last)
  if (direct < NEAR_KM) return missing('not_applicable')
  const length = points.slice(1).reduce((sum, point, at) => sum + distanceKm(points[at] ?? point, point), 0)
  return known(length / direct, [
    'places.loading',
    ...transhipment.map((_, index) => `places.transhipment.${index}`),
    'places.discharge',
  ])
}

const pointOf = (place: Place, reference: ReferenceData): Point[] => {
  const { latitude, longitude } = reference.place(place.code ?? '') ?? {}
  return latitude === undefined || longitude === undefined ? [] : [{ latitude, longitude }]
}
