import { defineIndicator } from '../definition.js'
import { countReached } from '../count_reached.js'

/** Counterfeits were found in goods of this consignor more than once. */
export const repeatedCounterfeits = defineIndicator({
  code: 'A17',
  version: 1,
  title: 'targeting.indicator_a17',
  layer: 'inductive',
  group: 'air',
  points: 30,
  threats: ['IPR'],
  modes: ['air'],
  args: { count: { kind: 'integer', label: 'targeting.argument_count', default: 2, min: 1, max: 50 } },
  reads: ['findings.consignor.counterfeits'],
  assess: ({ facts, args }) =>
    countReached(facts, 'findings.consignor.counterfeits', args.count, 'targeting.evidence_counterfeits'),
})
