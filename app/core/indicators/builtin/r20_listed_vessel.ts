import { defineIndicator } from '../definition.js'
import { lookUp } from '../watch_list_look_up.js'

/** The ship stands on a watch list by IMO number or by name. */
export const listedVessel = defineIndicator({
  code: 'R20',
  version: 1,
  title: 'targeting.indicator_r20',
  layer: 'deductive',
  group: 'vessel',
  points: 40,
  hard: true,
  threats: ['ALL'],
  modes: ['sea'],
  args: {},
  reads: ['conveyance.imo', 'conveyance.means'],
  assess: (context) => lookUp(context, 'means', ['conveyance.imo', 'conveyance.means']),
})
