import { defineIndicator } from '../definition.js'
import { PERMIT_FACTS } from '../permits.js'
import { withoutPermit } from '../without_permit.js'

/** Medicines and other health goods whose consignee has no permit for them. */
export const unlicensedHealthGoods = defineIndicator({
  code: 'C24',
  version: 1,
  title: 'targeting.indicator_c24',
  layer: 'deductive',
  group: 'commodity',
  points: 25,
  threats: ['HLT', 'IPR'],
  modes: ['sea', 'air'],
  args: { threats: { kind: 'codes', label: 'targeting.argument_threats', default: ['HLT'] } },
  reads: [...PERMIT_FACTS],
  lists: ['regulated_goods', 'permits'],
  assess: (context) => withoutPermit(context, context.args.threats),
})
