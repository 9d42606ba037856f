import { onlyByAir } from '../by_air.js'
import { numberIn } from '../cells.js'
import { defineIndicator } from '../definition.js'
import { GOODS_FACTS, goodsEvidence, listedGoods } from '../listed_goods.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** Goods by air that are worth less than the carriage usually costs: heavy and of low value. */
export const priceOutOfLine = defineIndicator({
  code: 'A05',
  version: 1,
  title: 'targeting.indicator_a05',
  layer: 'inductive',
  group: 'air',
  points: 15,
  threats: ['SEC', 'NAR'],
  modes: ['air'],
  args: {
    rate: { kind: 'decimal', label: 'targeting.argument_air_rate', default: 3, min: 0.1, max: 50 },
    weight: { kind: 'integer', label: 'targeting.argument_weight', default: 100, min: 1, max: 100_000 },
  },
  reads: ['conveyance.mode', ...GOODS_FACTS, 'consignment.grossWeightKg'],
  lists: ['goods_values'],
  assess(context) {
    const { facts, args } = context
    const other = onlyByAir(facts)
    if (other !== null) return other
    const weight = facts.get('consignment.grossWeightKg')
    if (!weight.known) return unknown('consignment.grossWeightKg', weight.why)
    const found = listedGoods(context, 'goods_values')
    if (found === null) return noList('goods_values')
    const [row] = found.rows
    const value = row === undefined ? null : numberIn(row.row, 'value')
    if (row === undefined || value === null) return found.open ?? unknown('list:goods_values', 'no_reference')
    const params = { value, limit: args.rate, weightKg: weight.value }
    if (value >= args.rate || weight.value < args.weight)
      return clear('targeting.nearest_price', params, value >= args.rate ? 1 : 0.5)
    return hit(goodsEvidence(facts, found.list, row, 'targeting.evidence_price', params, weight.from))
  },
})
