import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** No earlier consignment of this consignor to the administration within 24 months. */
export const firstTimeConsignor = defineIndicator({
  code: 'P06',
  version: 1,
  title: 'targeting.indicator_p06',
  layer: 'inductive',
  group: 'party',
  points: 10,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['history.consignor.count'],
  assess({ facts }) {
    const count = facts.get('history.consignor.count')
    if (!count.known) return unknown('history.consignor.count', count.why)
    if (count.value === 0) return hit({ because: 'targeting.evidence_first_consignor', params: {}, paths: [] })
    return clear('targeting.nearest_seen_before', { count: count.value }, count.value / 5)
  },
})
