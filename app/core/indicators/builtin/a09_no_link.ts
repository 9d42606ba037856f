import { defineIndicator } from '../definition.js'
import { holdsWords, normaliseText } from '../../matching/normalise_text.js'
import { GIFTS } from '../lexicons/gifts.js'
import { clear, firstMissing, hit } from '../verdict.js'

/** A present between two who never dealt with each other, from a country that is not the sender's. */
export const noLink = defineIndicator({
  code: 'A09',
  version: 1,
  title: 'targeting.indicator_a09',
  layer: 'inductive',
  group: 'air',
  points: 15,
  threats: ['SEC'],
  modes: ['air'],
  args: {},
  reads: ['history.pair.count', 'consignor.country', 'place.loading.country', 'goods.description'],
  assess({ facts }) {
    const description = facts.get('goods.description')
    if (description.known) {
      const text = normaliseText(description.value)
      const gift = GIFTS.find((words) => holdsWords(text, words))
      if (gift === undefined) return clear('targeting.nearest_no_gift', {})
    }
    const pair = facts.get('history.pair.count')
    if (pair.known && pair.value > 0)
      return clear('targeting.nearest_pair_known', { count: pair.value }, pair.value / 5)
    const from = facts.get('consignor.country')
    const loading = facts.get('place.loading.country')
    if (from.known && loading.known && from.value === loading.value)
      return clear('targeting.nearest_same_country', { country: from.value }, 0.5)
    const missing = firstMissing(facts, [
      'goods.description',
      'history.pair.count',
      'consignor.country',
      'place.loading.country',
    ])
    if (missing !== null) return missing
    return hit({
      because: 'targeting.evidence_no_link',
      params: { from: from.known ? from.value : '', loading: loading.known ? loading.value : '' },
      paths: [description, from, loading].flatMap((fact) => (fact.known ? fact.from : [])),
    })
  },
})
