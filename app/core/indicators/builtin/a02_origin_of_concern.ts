import { onlyByAir } from '../by_air.js'
import { FROM_COUNTRIES } from '../countries.js'
import { defineIndicator } from '../definition.js'
import { rowsWhere } from '../list_index.js'
import { notListed } from '../listed_goods.js'
import { firstMissing, hit, noList } from '../verdict.js'

const ROUTE = [...FROM_COUNTRIES, 'place.transhipment.countries'] as const

/** Air cargo from or through a country of concern. */
export const originOfConcern = defineIndicator({
  code: 'A02',
  version: 1,
  title: 'targeting.indicator_a02',
  layer: 'deductive',
  group: 'air',
  points: 25,
  threats: ['SEC'],
  modes: ['air'],
  args: {},
  reads: ['conveyance.mode', ...ROUTE],
  lists: ['air_concern'],
  assess({ facts, lists }) {
    const other = onlyByAir(facts)
    if (other !== null) return other
    const list = lists.get('air_concern')
    if (list === null) return noList('air_concern')
    for (const key of ROUTE) {
      const fact = facts.get(key)
      const countries = !fact.known ? [] : typeof fact.value === 'string' ? [fact.value] : fact.value
      const country = countries.find((each) => each !== '' && rowsWhere(list, 'country', each).length > 0)
      if (country !== undefined && fact.known)
        return hit({
          because: 'targeting.evidence_air_concern',
          params: { country, edition: list.edition },
          paths: fact.from,
          list: { code: list.code, edition: list.edition },
        })
    }
    return firstMissing(facts, ROUTE) ?? notListed('air_concern')
  },
})
