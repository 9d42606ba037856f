import { CONTROL_FACTS, controlled, controlsOfTable } from '../controlled_goods.js'
import { defineIndicator } from '../definition.js'

/** A precursor of explosives or drugs, by its name, its HS code, its CAS or its UN number. */
export const precursor = defineIndicator({
  code: 'C06',
  version: 1,
  title: 'targeting.indicator_c06',
  layer: 'deductive',
  group: 'commodity',
  points: 40,
  threats: ['SEC', 'NAR'],
  modes: ['sea', 'air'],
  args: controlsOfTable('drug_precursors', 'explosive_precursors'),
  reads: [...CONTROL_FACTS],
  lists: ['controlled_goods'],
  assess: (context) => controlled(context, context.args.controls),
})
