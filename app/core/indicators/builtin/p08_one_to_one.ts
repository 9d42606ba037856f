import type { Fact } from '../../facts/catalogue.js'
import { defineIndicator } from '../definition.js'
import { clear, firstMissing, hit } from '../verdict.js'

/** In 24 months the consignee has had no other consignor, and the consignor no other consignee. */
export const oneToOne = defineIndicator({
  code: 'P08',
  version: 1,
  title: 'targeting.indicator_p08',
  layer: 'inductive',
  group: 'party',
  points: 15,
  threats: ['NAR', 'TBM'],
  modes: ['sea', 'air'],
  args: { consignments: { kind: 'integer', label: 'targeting.argument_consignments', default: 2, min: 1, max: 100 } },
  reads: [
    'history.pair.count',
    'history.consignee.consignors',
    'history.consignor.consignees',
    'consignor.name',
    'consignee.name',
  ],
  assess({ facts, args }) {
    const missing = firstMissing(facts, [
      'history.pair.count',
      'history.consignee.consignors',
      'history.consignor.consignees',
    ])
    if (missing !== null) return missing
    const pair = count(facts.get('history.pair.count'))
    const others =
      Math.max(count(facts.get('history.consignee.consignors')), count(facts.get('history.consignor.consignees'))) - 1
    if (pair >= args.consignments && others === 0) {
      // The count is the administration's own; the text that can be cited is whose it is.
      const paths = [facts.get('consignor.name'), facts.get('consignee.name')].flatMap((name) =>
        name.known ? name.from : []
      )
      return hit({ because: 'targeting.evidence_one_to_one', params: { count: pair }, paths })
    }
    const params = { partners: Math.max(0, others), count: pair, limit: args.consignments }
    return clear('targeting.nearest_one_to_one', params, pair === 0 ? 1 : others / 5)
  },
})

const count = (fact: Fact<number>): number => (fact.known ? fact.value : 0)
