import { defineIndicator } from '../definition.js'
import { atSpecialAddress } from '../special_address.js'

/** The address is a flat or a serviced office: no premises of a business that trades in goods. */
export const unlikelyPremises = defineIndicator({
  code: 'P23',
  version: 1,
  title: 'targeting.indicator_p23',
  layer: 'inductive',
  group: 'party',
  points: 10,
  threats: ['TBM'],
  modes: ['sea', 'air'],
  args: {
    kinds: { kind: 'codes', label: 'targeting.argument_address_kinds', default: ['residential', 'serviced_office'] },
  },
  reads: ['consignee.address'],
  lists: ['special_addresses'],
  assess: (context) => atSpecialAddress(context, context.args.kinds),
})
