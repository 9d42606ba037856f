import { defineIndicator } from '../definition.js'
import { countReached } from '../count_reached.js'

/** The same parties withdrew cargo that was to be inspected, and file again within 30 days. */
export const bookedAgain = defineIndicator({
  code: 'D12',
  version: 1,
  title: 'targeting.indicator_d12',
  layer: 'inductive',
  group: 'document',
  points: 30,
  threats: ['NAR', 'SEC'],
  modes: ['sea', 'air'],
  args: { count: { kind: 'integer', label: 'targeting.argument_count', default: 1, min: 1, max: 100 } },
  reads: ['findings.withdrawn'],
  assess: ({ facts, args }) => countReached(facts, 'findings.withdrawn', args.count, 'targeting.evidence_booked_again'),
})
