import { defineIndicator } from '../definition.js'
import { lateChange } from '../late_change.js'

/** Parties, goods or containers were amended shortly before arrival. */
export const lateAmendment = defineIndicator({
  code: 'D03',
  version: 1,
  title: 'targeting.indicator_d03',
  layer: 'inductive',
  group: 'document',
  points: 20,
  threats: ['NAR', 'CIT'],
  modes: ['sea', 'air'],
  args: { hours: { kind: 'integer', label: 'targeting.argument_hours', default: 24, min: 1, max: 720 } },
  reads: ['filing.changed', 'filing.decisiveChangeHours'],
  assess: ({ facts, args }) =>
    lateChange(
      facts,
      ['parties', 'goods', 'equipment'],
      'filing.decisiveChangeHours',
      args.hours,
      'targeting.evidence_late_change'
    ),
})
