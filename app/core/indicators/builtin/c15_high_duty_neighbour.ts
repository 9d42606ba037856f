import { defineIndicator } from '../definition.js'
import { GOODS_FACTS, inGoodsTable } from '../listed_goods.js'

/** Described as goods that highly taxed ones are passed off as. */
export const highDutyNeighbour = defineIndicator({
  code: 'C15',
  version: 1,
  title: 'targeting.indicator_c15',
  layer: 'inductive',
  group: 'commodity',
  points: 18,
  threats: ['TOB', 'REV'],
  modes: ['sea', 'air'],
  args: { threats: { kind: 'codes', label: 'targeting.argument_threats', default: ['TOB', 'REV'] } },
  reads: [...GOODS_FACTS],
  lists: ['high_duty_neighbours'],
  assess: (context) =>
    inGoodsTable(context, 'high_duty_neighbours', (row) => context.args.threats.includes(String(row['threat']))),
})
