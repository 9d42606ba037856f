import { defineIndicator } from '../definition.js'
import { countReached } from '../count_reached.js'

/** One identifier or address, and the name written in several ways within 90 days. */
export const manySpellings = defineIndicator({
  code: 'D17',
  version: 1,
  title: 'targeting.indicator_d17',
  layer: 'inductive',
  group: 'document',
  points: 12,
  threats: ['TBM', 'IPR'],
  modes: ['sea', 'air'],
  args: { count: { kind: 'integer', label: 'targeting.argument_count', default: 3, min: 2, max: 50 } },
  reads: ['history.consignee.spellings'],
  assess: ({ facts, args }) =>
    countReached(facts, 'history.consignee.spellings', args.count, 'targeting.evidence_spellings'),
})
