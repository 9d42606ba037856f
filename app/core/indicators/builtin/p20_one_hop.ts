import { defineIndicator } from '../definition.js'
import { countReached } from '../count_reached.js'

/** Somebody else with the same contact, address or container had an inspection that found something. */
export const oneHop = defineIndicator({
  code: 'P20',
  version: 1,
  title: 'targeting.indicator_p20',
  layer: 'inductive',
  group: 'party',
  points: 20,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: { count: { kind: 'integer', label: 'targeting.argument_count', default: 1, min: 1, max: 100 } },
  reads: ['findings.neighbours'],
  assess: ({ facts, args }) => countReached(facts, 'findings.neighbours', args.count, 'targeting.evidence_one_hop'),
})
