import { FROM_COUNTRIES, TO_COUNTRIES } from '../countries.js'
import { defineIndicator } from '../definition.js'
import { rowsWhere } from '../list_index.js'
import { notListed } from '../listed_goods.js'
import type { ReferenceListEdition } from '../reference_lists.js'
import { firstMissing, hit, noList } from '../verdict.js'

const CHAIN = [
  ...FROM_COUNTRIES,
  ...TO_COUNTRIES,
  'place.transhipment.countries',
  'consignor.country',
  'consignee.country',
] as const

/** An embargoed country anywhere in the chain: of goods, of route, of parties. */
export const embargoedPlace = defineIndicator({
  code: 'R13',
  version: 1,
  title: 'targeting.indicator_r13',
  layer: 'deductive',
  group: 'routing',
  points: 60,
  threats: ['WMD', 'ARM'],
  modes: ['sea', 'air'],
  args: {},
  reads: [...CHAIN],
  lists: ['embargoed_places'],
  assess({ facts, lists }) {
    const list = lists.get('embargoed_places')
    if (list === null) return noList('embargoed_places')
    for (const key of CHAIN) {
      const fact = facts.get(key)
      const countries = !fact.known ? [] : typeof fact.value === 'string' ? [fact.value] : fact.value
      const country = countries.find((each) => isEmbargoed(list, each))
      if (country !== undefined && fact.known)
        return hit({
          because: 'targeting.evidence_embargoed',
          params: { country, edition: list.edition },
          paths: fact.from,
          list: { code: list.code, edition: list.edition },
        })
    }
    return firstMissing(facts, CHAIN) ?? notListed('embargoed_places')
  },
})

const isEmbargoed = (list: ReferenceListEdition, country: string): boolean =>
  country !== '' && rowsWhere(list, 'country', country).some((row) => row['standing'] === 'embargoed')
