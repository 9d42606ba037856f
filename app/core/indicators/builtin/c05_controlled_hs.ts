import { CONTROL_FACTS, controlled, controlsOfTable } from '../controlled_goods.js'
import { defineIndicator } from '../definition.js'

/** Chemicals, technology and goods under a control for strategic reasons. */
export const controlledGoods = defineIndicator({
  code: 'C05',
  version: 1,
  title: 'targeting.indicator_c05',
  layer: 'deductive',
  group: 'commodity',
  points: 40,
  threats: ['WMD'],
  modes: ['sea', 'air'],
  args: controlsOfTable('chemical_weapons', 'dual_use'),
  reads: [...CONTROL_FACTS],
  lists: ['controlled_goods'],
  assess: (context) => controlled(context, context.args.controls),
})
