import { defineIndicator } from '../definition.js'
import { countReached } from '../count_reached.js'

/** Something was found in one of its containers within 36 months. */
export const boxWithFinding = defineIndicator({
  code: 'E09',
  version: 1,
  title: 'targeting.indicator_e09',
  layer: 'inductive',
  group: 'equipment',
  points: 25,
  threats: ['NAR'],
  modes: ['sea'],
  args: { count: { kind: 'integer', label: 'targeting.argument_count', default: 1, min: 1, max: 100 } },
  reads: ['findings.container.resultant'],
  assess: ({ facts, args }) =>
    countReached(facts, 'findings.container.resultant', args.count, 'targeting.evidence_box_finding'),
})
