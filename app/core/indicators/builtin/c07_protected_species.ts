import { CONTROL_FACTS, controlled, controlsOfTable } from '../controlled_goods.js'
import { defineIndicator } from '../definition.js'

/** Animals, plants and what is made of them, protected by CITES or traded under its names. */
export const protectedSpecies = defineIndicator({
  code: 'C07',
  version: 1,
  title: 'targeting.indicator_c07',
  layer: 'deductive',
  group: 'commodity',
  points: 35,
  threats: ['CIT'],
  modes: ['sea', 'air'],
  args: controlsOfTable('cites'),
  reads: [...CONTROL_FACTS],
  lists: ['controlled_goods'],
  assess: (context) => controlled(context, context.args.controls),
})
