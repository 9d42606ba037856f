import { defineIndicator } from '../definition.js'
import { GOODS_FACTS, inGoodsTable } from '../listed_goods.js'

/** A word of a threat in any of the languages of trade. */
export const threatKeyword = defineIndicator({
  code: 'C18',
  version: 1,
  title: 'targeting.indicator_c18',
  layer: 'inductive',
  group: 'commodity',
  points: 20,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: {
    threats: {
      kind: 'codes',
      label: 'targeting.argument_threats',
      default: ['NAR', 'ARM', 'SEC', 'WMD', 'CIT', 'TOB', 'IPR', 'TBM', 'CUL', 'HLT', 'WST', 'VEH', 'INT', 'MIG'],
    },
  },
  reads: [...GOODS_FACTS],
  lists: ['threat_keywords'],
  assess: (context) =>
    inGoodsTable(context, 'threat_keywords', (row) => context.args.threats.includes(String(row['threat']))),
})
