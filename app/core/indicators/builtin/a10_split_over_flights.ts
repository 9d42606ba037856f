import { defineIndicator } from '../definition.js'
import { countReached } from '../count_reached.js'

/** Parts under the same number on other flights within 10 days. */
export const splitOverFlights = defineIndicator({
  code: 'A10',
  version: 1,
  title: 'targeting.indicator_a10',
  layer: 'inductive',
  group: 'air',
  points: 10,
  threats: ['NAR', 'REV'],
  modes: ['air'],
  args: { count: { kind: 'integer', label: 'targeting.argument_count', default: 1, min: 1, max: 50 } },
  reads: ['history.document.parts'],
  assess: ({ facts, args }) => countReached(facts, 'history.document.parts', args.count, 'targeting.evidence_parts'),
})
