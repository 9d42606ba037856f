import { defineIndicator } from '../definition.js'
import { lookUp } from '../watch_list_look_up.js'

/** A tax or registration number of a party stands on a watch list. */
export const listedIdentifier = defineIndicator({
  code: 'P01',
  version: 1,
  title: 'targeting.indicator_p01',
  layer: 'deductive',
  group: 'party',
  points: 100,
  hard: true,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['party.identifiers'],
  assess: (context) => lookUp(context, 'identifier', ['party.identifiers']),
})
