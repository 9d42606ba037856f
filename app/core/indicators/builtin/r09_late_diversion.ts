import { defineIndicator } from '../definition.js'
import { lateChange } from '../late_change.js'

/** Discharge or destination changed while the cargo was on its way. When a ship sailed is in few messages: a change
 * so near to arrival was made at sea. */
export const lateDiversion = defineIndicator({
  code: 'R09',
  version: 1,
  title: 'targeting.indicator_r09',
  layer: 'inductive',
  group: 'routing',
  points: 20,
  threats: ['NAR', 'CIT'],
  modes: ['sea'],
  args: { hours: { kind: 'integer', label: 'targeting.argument_hours', default: 72, min: 1, max: 720 } },
  reads: ['filing.changed', 'filing.routeChangeHours'],
  assess: ({ facts, args }) =>
    lateChange(facts, ['route'], 'filing.routeChangeHours', args.hours, 'targeting.evidence_late_diversion'),
})
