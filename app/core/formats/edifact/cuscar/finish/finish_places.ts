import type { Place, Places } from '../../../../cargo/consignment.js'
import type { Filed } from '../../../parts/filed.js'
import { resolvePlace, type PlaceFiled } from '../../parts/place.js'
import type { ConsignmentDraft, LocDraft } from '../drafts.js'
import type { PlaceField, PlaceRule } from '../reading.js'
import type { ProvenanceBuilder } from '../../../parts/provenance_builder.js'
import type { ReadingState } from '../state.js'

export type FoundPlaces = ReadonlyMap<PlaceField, readonly Filed<Place>[]>

/** Applies rules in order: the first that finds something gives the field; transhipment ports are all taken. */
export const findPlaces = (
  state: ReadingState,
  locs: readonly LocDraft[],
  rules: readonly PlaceRule[],
  consignment?: number
): FoundPlaces => {
  const found = new Map<PlaceField, Filed<Place>[]>()
  const direction = state.header.nature?.value === 'export' ? 'export' : 'inbound'
  for (const rule of rules) {
    if (rule.direction && rule.direction !== direction) continue
    const known = found.get(rule.field)
    if (known && rule.field !== 'transhipment') continue
    for (const loc of locs) {
      if (loc.qualifier !== rule.qualifier) continue
      const filed = rule.element === 3 ? loc.related : loc.place
      const list = found.get(rule.field)
      if (!filed || (list && rule.field !== 'transhipment')) continue
      const place = { value: resolvePlace(state, filed, consignment), at: [filed.at] }
      if (list) list.push(place)
      else found.set(rule.field, [place])
    }
  }
  return found
}

/** The place of the first qualifier of a list that was filed with a code. */
const coded = (draft: ConsignmentDraft, qualifiers: readonly string[]): PlaceFiled | null => {
  for (const wanted of qualifiers) {
    const place = draft.places.find((loc) => loc.qualifier === wanted && loc.place && loc.place.code !== '')?.place
    if (place) return place
  }
  return null
}

const country = (state: ReadingState, draft: ConsignmentDraft, qualifiers: readonly string[]): Filed | null => {
  const place = coded(draft, qualifiers)
  if (!place) return null
  const { code, at } = place
  const known = state.reference.country(code) ?? (code.length === 5 ? state.reference.country(code.slice(0, 2)) : null)
  if (known) return { value: known.alpha2, at: [at] }
  state.problems.add('REF-COUNTRY', { at, consignment: draft.index, params: { value: code } })
  return null
}

const codeOf = (draft: ConsignmentDraft, qualifiers: readonly string[]): Filed | null => {
  const place = coded(draft, qualifiers)
  return place && { value: place.code, at: [place.at] }
}

/** The places of a consignment: its own, else the header's of the same meaning. */
export const finishPlaces = (
  state: ReadingState,
  draft: ConsignmentDraft,
  header: FoundPlaces,
  cited: ProvenanceBuilder
): Places => {
  const { reading } = state
  const own = findPlaces(state, draft.places, reading.consignmentPlaces, draft.index)
  const one = (field: PlaceField): Place | null =>
    cited.take(`places.${field}`, own.get(field)?.[0] ?? header.get(field)?.[0])
  const transhipment = own.get('transhipment') ?? header.get('transhipment') ?? []
  return {
    receipt: one('receipt'),
    loading: one('loading'),
    transhipment: transhipment.flatMap((filed, at) => cited.take(`places.transhipment.${at}`, filed) ?? []),
    discharge: one('discharge'),
    delivery: one('delivery'),
    originCountry: cited.take('places.originCountry', country(state, draft, reading.originCountry)),
    destinationCountry: cited.take('places.destinationCountry', country(state, draft, reading.destinationCountry)),
    warehouse: cited.take('places.warehouse', codeOf(draft, reading.warehouse)),
    office: cited.take('places.office', codeOf(draft, reading.office)),
  }
}
