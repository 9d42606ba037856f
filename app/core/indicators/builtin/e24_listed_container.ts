import { defineIndicator } from '../definition.js'
import { lookUp } from '../watch_list_look_up.js'

/** A container stands on a watch list. The catalogue of risk indicators ends at E23 and has no entry for it. */
export const listedContainer = defineIndicator({
  code: 'E24',
  version: 1,
  title: 'targeting.indicator_e24',
  layer: 'deductive',
  group: 'equipment',
  points: 60,
  hard: true,
  threats: ['ALL'],
  modes: ['sea'],
  args: {},
  reads: ['equipment.numbers'],
  assess: (context) => lookUp(context, 'equipment', ['equipment.numbers']),
})
