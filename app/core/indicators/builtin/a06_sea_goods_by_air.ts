import { onlyByAir } from '../by_air.js'
import { numberIn } from '../cells.js'
import { defineIndicator } from '../definition.js'
import { GOODS_FACTS, goodsEvidence, listedGoods } from '../listed_goods.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** Goods by air that travel by sea nearly always. */
export const seaGoodsByAir = defineIndicator({
  code: 'A06',
  version: 1,
  title: 'targeting.indicator_a06',
  layer: 'inductive',
  group: 'air',
  points: 12,
  threats: ['NAR'],
  modes: ['air'],
  args: { percent: { kind: 'decimal', label: 'targeting.argument_percent_by_air', default: 1, min: 0.01, max: 50 } },
  reads: ['conveyance.mode', ...GOODS_FACTS],
  lists: ['air_shares'],
  assess(context) {
    const { facts, args } = context
    const other = onlyByAir(facts)
    if (other !== null) return other
    const found = listedGoods(context, 'air_shares')
    if (found === null) return noList('air_shares')
    const [row] = found.rows
    const share = row === undefined ? null : numberIn(row.row, 'share')
    if (row === undefined || share === null) return found.open ?? unknown('list:air_shares', 'no_reference')
    const params = { share, limit: args.percent }
    if (share >= args.percent) return clear('targeting.nearest_air_share', params)
    return hit(goodsEvidence(facts, found.list, row, 'targeting.evidence_air_share', params))
  },
})
