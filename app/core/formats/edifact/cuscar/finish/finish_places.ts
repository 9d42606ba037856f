import type { Place, Places } from '../../../../cargo/consignment.js'
import type { Filed } from '../../parts/filed.js'
import { appended, NONE } from '../../parts/lists.js'
import { resolvePlace, type PlaceFiled } from '../../parts/place.js'
import type { ConsignmentDraft, LocDraft } from '../drafts.js'
import type { PlaceRule } from '../reading.js'
import type { Citations } from '../../parts/citations.js'
import type { ReadingState } from '../state.js'

export interface FoundPlaces {
  receipt: Filed<Place> | null
  loading: Filed<Place> | null
  transhipment: readonly Filed<Place>[]
  discharge: Filed<Place> | null
  delivery: Filed<Place> | null
}

/** Applies rules in order: the first that finds something gives the field; transhipment ports are all taken. */
export const findPlaces = (
  state: ReadingState,
  locs: readonly LocDraft[],
  rules: readonly PlaceRule[],
  consignment?: number
): FoundPlaces => {
  const found: FoundPlaces = { receipt: null, loading: null, transhipment: NONE, discharge: null, delivery: null }
  const direction = state.header.nature?.value === 'export' ? 'export' : 'inbound'
  for (const { field, qualifier, element, direction: only } of rules) {
    if (only && only !== direction) continue
    for (const loc of locs) {
      if (loc.qualifier !== qualifier) continue
      const filed = element === 3 ? loc.related : loc.place
      if (!filed || (field !== 'transhipment' && found[field])) continue
      const place = { value: resolvePlace(state, filed, consignment), at: filed.at }
      if (field === 'transhipment') found.transhipment = appended(found.transhipment, place)
      else found[field] = place
    }
  }
  return found
}

/** The place of the first qualifier of a list that was filed with a code. */
const coded = ({ places }: ConsignmentDraft, qualifiers: readonly string[]): PlaceFiled | null => {
  for (const wanted of qualifiers) {
    for (const { qualifier, place } of places) if (qualifier === wanted && place && place.code !== '') return place
  }
  return null
}

const country = (state: ReadingState, draft: ConsignmentDraft, qualifiers: readonly string[]): Filed | null => {
  const place = coded(draft, qualifiers)
  if (!place) return null
  const { code, at } = place
  const known = state.reference.country(code) ?? (code.length === 5 ? state.reference.country(code.slice(0, 2)) : null)
  if (known) return { value: known.alpha2, at }
  state.problems.add('REF-COUNTRY', { at, consignment: draft.index, params: { value: code } })
  return null
}

const codeOf = (draft: ConsignmentDraft, qualifiers: readonly string[]): Filed | null => {
  const place = coded(draft, qualifiers)
  return place && { value: place.code, at: place.at }
}

/** The places of a consignment: its own, else the header's of the same meaning. */
export const finishPlaces = (
  state: ReadingState,
  draft: ConsignmentDraft,
  header: FoundPlaces,
  cited: Citations
): Places => {
  const { reading } = state
  const own = findPlaces(state, draft.places, reading.consignmentPlaces, draft.index)
  const transhipment = own.transhipment.length > 0 ? own.transhipment : header.transhipment
  return {
    receipt: cited.take('places.receipt', own.receipt ?? header.receipt),
    loading: cited.take('places.loading', own.loading ?? header.loading),
    transhipment: transhipment.map(({ value, at }, index) => {
      cited.cite(`places.transhipment.${index}`, at)
      return value
    }),
    discharge: cited.take('places.discharge', own.discharge ?? header.discharge),
    delivery: cited.take('places.delivery', own.delivery ?? header.delivery),
    originCountry: cited.take('places.originCountry', country(state, draft, reading.originCountry)),
    destinationCountry: cited.take('places.destinationCountry', country(state, draft, reading.destinationCountry)),
    warehouse: cited.take('places.warehouse', codeOf(draft, reading.warehouse)),
    office: cited.take('places.office', codeOf(draft, reading.office)),
  }
}
