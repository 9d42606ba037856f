import { defineIndicator } from '../definition.js'
import { lookUp } from '../watch_list_look_up.js'

/** A telephone number or e-mail of a party stands on a watch list. */
export const listedContact = defineIndicator({
  code: 'P04',
  version: 1,
  title: 'targeting.indicator_p04',
  layer: 'deductive',
  group: 'party',
  points: 60,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['party.contacts'],
  assess: (context) => lookUp(context, 'contact', ['party.contacts']),
})
