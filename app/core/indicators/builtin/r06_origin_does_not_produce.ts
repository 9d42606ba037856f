import { numberIn } from '../cells.js'
import { defineIndicator } from '../definition.js'
import { GOODS_FACTS, goodsEvidence, listedGoods } from '../listed_goods.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** Goods that come from a country that hardly exports any of the kind. Where they were loaded says nothing of where they were made. */
export const originDoesNotProduce = defineIndicator({
  code: 'R06',
  version: 1,
  title: 'targeting.indicator_r06',
  layer: 'inductive',
  group: 'routing',
  points: 20,
  threats: ['TBM', 'CIT', 'REV'],
  modes: ['sea', 'air'],
  args: {
    percent: { kind: 'decimal', label: 'targeting.argument_percent_of_exports', default: 0.1, min: 0.001, max: 5 },
  },
  reads: [...GOODS_FACTS, 'place.origin.country'],
  lists: ['trade_shares'],
  assess(context) {
    const { facts, args } = context
    const origin = facts.get('place.origin.country')
    if (!origin.known) return unknown('place.origin.country', origin.why)
    const country = origin.value
    const found = listedGoods(context, 'trade_shares', (row) => row['country'] === country)
    if (found === null) return noList('trade_shares')
    const [row] = found.rows
    const share = row === undefined ? null : numberIn(row.row, 'exports')
    if (row === undefined || share === null) return found.open ?? unknown('list:trade_shares', 'no_reference')
    const params = { country, share, limit: args.percent }
    if (share >= args.percent) return clear('targeting.nearest_export_share', params)
    return hit(goodsEvidence(facts, found.list, row, 'targeting.evidence_export_share', params, origin.from))
  },
})
