import { onlyByAir } from '../by_air.js'
import { defineIndicator } from '../definition.js'
import { atSpecialAddress } from '../special_address.js'

/** Air cargo to a hotel, a locker or a firm that forwards mail. */
export const noHomeAddress = defineIndicator({
  code: 'A13',
  version: 1,
  title: 'targeting.indicator_a13',
  layer: 'inductive',
  group: 'air',
  points: 12,
  threats: ['NAR', 'IPR'],
  modes: ['air'],
  args: {
    kinds: { kind: 'codes', label: 'targeting.argument_address_kinds', default: ['hotel', 'locker', 'mail_forwarder'] },
  },
  reads: ['conveyance.mode', 'consignee.address'],
  lists: ['special_addresses'],
  assess: (context) => onlyByAir(context.facts) ?? atSpecialAddress(context, context.args.kinds),
})
