import type { FactKey } from '../facts/catalogue.js'
import type { AssessContext, Field, Verdict } from './definition.js'
import { rowsWhere } from './list_index.js'
import { clear, hit, noList, unknown } from './verdict.js'

/** Rows of these threats count. */
export const threatsOfTable = {
  threats: { kind: 'codes', label: 'targeting.argument_threats', default: ['NAR'] },
} as const satisfies Record<string, Field>

type PlaceKey = Extract<FactKey, 'place.receipt' | 'place.loading'>

/** Shared by R01 and R02: one place, its own country, the table of source countries. */
export const sourceCountry = (
  { facts, args, lists }: AssessContext<typeof threatsOfTable>,
  place: PlaceKey,
  countryOf: `${PlaceKey}.country`
): Verdict => {
  const list = lists.get('source_countries')
  if (list === null) return noList('source_countries')
  const country = facts.get(countryOf)
  if (!country.known) return unknown(countryOf, country.why)
  const row = rowsWhere(list, 'country', country.value).find((each) => args.threats.includes(String(each['threat'])))
  if (row === undefined) return clear('targeting.nearest_source_country', { country: country.value })
  const code = facts.get(place)
  return hit({
    because: 'targeting.evidence_source_country',
    params: { place: code.known ? code.value : country.value, country: country.value, edition: list.edition },
    paths: country.from,
    list: { code: list.code, edition: list.edition },
  })
}
