import { defineIndicator } from '../definition.js'
import { clear, firstMissing, hit } from '../verdict.js'

/** Both are known here, and have had nothing to do with each other in 24 months. */
export const newPair = defineIndicator({
  code: 'P07',
  version: 1,
  title: 'targeting.indicator_p07',
  layer: 'inductive',
  group: 'party',
  points: 8,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['history.pair.count', 'history.consignee.count', 'history.consignor.count'],
  assess({ facts }) {
    const missing = firstMissing(facts, ['history.pair.count', 'history.consignee.count', 'history.consignor.count'])
    if (missing !== null) return missing
    const pair = facts.get('history.pair.count')
    const to = facts.get('history.consignee.count')
    const from = facts.get('history.consignor.count')
    const [together, consignee, consignor] = [pair, to, from].map((fact) => (fact.known ? fact.value : 0)) as [
      number,
      number,
      number,
    ]
    if (together > 0) return clear('targeting.nearest_pair_known', { count: together }, together / 5)
    if (consignee === 0 || consignor === 0)
      return clear('targeting.nearest_pair_newcomer', { consignee, consignor }, 0.5)
    return hit({ because: 'targeting.evidence_new_pair', params: { consignee, consignor }, paths: [] })
  },
})
