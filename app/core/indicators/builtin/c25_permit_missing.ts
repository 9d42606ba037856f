import { defineIndicator } from '../definition.js'
import { PERMIT_FACTS } from '../permits.js'
import { withoutPermit } from '../without_permit.js'

/** Other regulated goods whose consignee has no permit for them. */
export const permitMissing = defineIndicator({
  code: 'C25',
  version: 1,
  title: 'targeting.indicator_c25',
  layer: 'deductive',
  group: 'commodity',
  points: 20,
  threats: ['CIT', 'WMD'],
  modes: ['sea', 'air'],
  args: { threats: { kind: 'codes', label: 'targeting.argument_threats', default: ['CIT', 'WMD'] } },
  reads: [...PERMIT_FACTS],
  lists: ['regulated_goods', 'permits'],
  assess: (context) => withoutPermit(context, context.args.threats),
})
