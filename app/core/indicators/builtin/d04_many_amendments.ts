import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** Changed over and over since it was first filed. */
export const manyAmendments = defineIndicator({
  code: 'D04',
  version: 1,
  title: 'targeting.indicator_d04',
  layer: 'inductive',
  group: 'document',
  points: 8,
  threats: ['DQ'],
  modes: ['sea', 'air'],
  args: { count: { kind: 'integer', label: 'targeting.argument_count', default: 4, min: 1, max: 100 } },
  reads: ['filing.amendments'],
  assess({ facts, args }) {
    const amendments = facts.get('filing.amendments')
    if (!amendments.known) return unknown('filing.amendments', amendments.why)
    const count = amendments.value
    if (count < args.count)
      return clear('targeting.nearest_count', { count, limit: args.count }, (args.count - count) / args.count)
    return hit({ because: 'targeting.evidence_amendments', params: { count }, paths: [] })
  },
})
