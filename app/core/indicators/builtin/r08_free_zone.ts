import { holdsWords, normaliseText } from '../../matching/normalise_text.js'
import { defineIndicator } from '../definition.js'
import { rowsWhere } from '../list_index.js'
import { notListed } from '../listed_goods.js'
import { firstMissing, hit, noList } from '../verdict.js'

const PLACES = ['place.receipt', 'place.loading', 'place.transhipment'] as const
/** Free zones as addresses name them, normalised words. */
const ZONES: readonly string[] = [
  'FREE ZONE',
  'FREE TRADE ZONE',
  'FREEZONE',
  'FTZ',
  'ZONA FRANCA',
  'ZONA LIBRE',
  'ZOLIC',
  'ZONE FRANCHE',
]

/** Received, loaded or transhipped at a free zone, or sent by somebody in one. */
export const freeZone = defineIndicator({
  code: 'R08',
  version: 1,
  title: 'targeting.indicator_r08',
  layer: 'deductive',
  group: 'routing',
  points: 10,
  threats: ['IPR', 'TBM', 'TOB'],
  modes: ['sea', 'air'],
  args: {},
  reads: [...PLACES, 'consignor.address'],
  lists: ['free_zones'],
  assess({ facts, lists }) {
    const list = lists.get('free_zones')
    if (list === null) return noList('free_zones')
    for (const key of PLACES) {
      const fact = facts.get(key)
      const codes = !fact.known ? [] : typeof fact.value === 'string' ? [fact.value] : fact.value
      const row = codes.flatMap((code) => (code === '' ? [] : rowsWhere(list, 'place', code)))[0]
      if (row !== undefined && fact.known)
        return hit({
          because: 'targeting.evidence_free_zone',
          params: { place: String(row['place']), zone: String(row['zone']), edition: list.edition },
          paths: fact.from,
          list: { code: list.code, edition: list.edition },
        })
    }
    const address = facts.get('consignor.address')
    const text = address.known ? normaliseText(address.value) : ''
    const words = ZONES.find((each) => holdsWords(text, each))
    if (words !== undefined && address.known)
      return hit({
        because: 'targeting.evidence_free_zone_address',
        params: { address: address.value, words },
        paths: address.from,
      })
    return firstMissing(facts, [...PLACES, 'consignor.address']) ?? notListed('free_zones')
  },
})
