import { defineIndicator } from '../definition.js'
import { countReached } from '../count_reached.js'

/** The same sender filed the same number for other parties within 12 months. */
export const duplicateNumber = defineIndicator({
  code: 'D10',
  version: 1,
  title: 'targeting.indicator_d10',
  layer: 'inductive',
  group: 'document',
  points: 25,
  threats: ['REV', 'NAR'],
  modes: ['sea', 'air'],
  args: { count: { kind: 'integer', label: 'targeting.argument_count', default: 1, min: 1, max: 100 } },
  reads: ['history.document.duplicates'],
  assess: ({ facts, args }) =>
    countReached(facts, 'history.document.duplicates', args.count, 'targeting.evidence_duplicate_number'),
})
