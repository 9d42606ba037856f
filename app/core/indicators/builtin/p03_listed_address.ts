import { defineIndicator } from '../definition.js'
import { lookUp } from '../watch_list_look_up.js'

/** The address of consignor or consignee stands on a watch list, equal after normalisation. */
export const listedAddress = defineIndicator({
  code: 'P03',
  version: 1,
  title: 'targeting.indicator_p03',
  layer: 'deductive',
  group: 'party',
  points: 60,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['consignor.address', 'consignee.address'],
  assess: (context) => lookUp(context, 'address', ['consignor.address', 'consignee.address']),
})
