import type { Consignment, Place } from '../cargo/consignment.js'
import type { ReferenceData } from '../reference/reference_data.js'
import type { Fact, FactKey } from './catalogue.js'
import { detour } from './detour.js'
import { filed, known, missing, type Facts } from './fact.js'
import type { AlwaysFiled } from './filing_terms.js'

type PlaceKey = Extract<FactKey, `place.${string}`>

/**
 * Each place answers for itself: the load port says nothing of the receipt, nor discharge of the delivery.
 * Countries of origin and destination are optional in every message: their absence is nothing to wait for.
 */
export const placeFacts = (
  consignment: Consignment,
  reference: ReferenceData,
  alwaysFiled: AlwaysFiled
): Facts<PlaceKey> => {
  const { places } = consignment
  const code = (place: Place | null, path: string): Fact<string> => {
    if (place === null) return missing('not_filed')
    return place.code === null ? missing('not_understood') : known(place.code, [path])
  }
  const country = (place: Place | null, path: string): Fact<string> => {
    if (place === null) return missing('not_filed')
    const alpha2 = place.country ?? (place.code === null ? null : (reference.place(place.code)?.country ?? null))
    return alpha2 === null ? missing('not_understood') : known(alpha2, [path])
  }
  return {
    'place.receipt': code(places.receipt, 'places.receipt'),
    'place.receipt.country': country(places.receipt, 'places.receipt'),
    'place.loading': code(places.loading, 'places.loading'),
    'place.loading.country': country(places.loading, 'places.loading'),
    'place.transhipment': transhipment(places.transhipment, alwaysFiled),
    'place.transhipment.countries': countries(places.transhipment, country, alwaysFiled),
    'place.detour': detour(places, reference, alwaysFiled),
    'place.discharge': code(places.discharge, 'places.discharge'),
    'place.discharge.country': country(places.discharge, 'places.discharge'),
    'place.delivery': code(places.delivery, 'places.delivery'),
    'place.delivery.country': country(places.delivery, 'places.delivery'),
    'place.origin.country': filed(places.originCountry, 'places.originCountry', 'not_carried'),
    'place.destination.country': filed(places.destinationCountry, 'places.destinationCountry', 'not_carried'),
  }
}

/** None filed means "none" only from a sender that always files them. */
const transhipment = (places: readonly Place[], alwaysFiled: AlwaysFiled): Fact<readonly string[]> => {
  if (places.length === 0) return alwaysFiled.has('place.transhipment') ? known([], []) : missing('not_filed')
  return known(
    places.map((place) => place.code ?? ''),
    places.map((_, index) => `places.transhipment.${index}`)
  )
}

const countries = (
  places: readonly Place[],
  country: (place: Place, path: string) => Fact<string>,
  alwaysFiled: AlwaysFiled
): Fact<readonly string[]> => {
  if (places.length === 0) return transhipment(places, alwaysFiled)
  const named = places.map((place, index) => country(place, `places.transhipment.${index}`))
  return known(
    named.map((each) => (each.known ? each.value : '')),
    places.map((_, index) => `places.transhipment.${index}`)
  )
}
