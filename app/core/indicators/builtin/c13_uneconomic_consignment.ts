import { numberIn } from '../cells.js'
import { defineIndicator } from '../definition.js'
import { GOODS_FACTS, goodsEvidence, listedGoods, notListed } from '../listed_goods.js'
import { clear, firstMissing, hit, noList, unknown } from '../verdict.js'

/** The freight costs more than the goods are usually worth. Freight is compared where it is filed in US dollars, which the table is kept in. */
export const uneconomicConsignment = defineIndicator({
  code: 'C13',
  version: 1,
  title: 'targeting.indicator_c13',
  layer: 'inductive',
  group: 'commodity',
  points: 18,
  threats: ['NAR', 'TBM'],
  modes: ['sea', 'air'],
  args: { percent: { kind: 'integer', label: 'targeting.argument_percent_of_value', default: 80, min: 1, max: 1000 } },
  reads: [...GOODS_FACTS, 'consignment.grossWeightKg', 'freight.amount', 'freight.currency'],
  lists: ['goods_values'],
  assess(context) {
    const { facts, args } = context
    const missing = firstMissing(facts, ['consignment.grossWeightKg', 'freight.amount', 'freight.currency'])
    const [weight, freight, currency] = [
      facts.get('consignment.grossWeightKg'),
      facts.get('freight.amount'),
      facts.get('freight.currency'),
    ]
    if (missing !== null || !weight.known || !freight.known || !currency.known)
      return missing ?? unknown('freight.amount', 'not_filed')
    if (currency.value !== 'USD') return unknown('freight.currency', 'no_reference')
    const found = listedGoods(context, 'goods_values')
    if (found === null) return noList('goods_values')
    const [row] = found.rows
    if (row === undefined) return found.open ?? notListed('goods_values')
    const perKg = numberIn(row.row, 'value')
    if (perKg === null) return unknown('list:goods_values', 'no_reference')
    const value = Math.round(perKg * weight.value)
    const params = { freight: freight.value, value, limit: args.percent }
    if (freight.value * 100 <= value * args.percent)
      return clear('targeting.nearest_uneconomic', params, 1 - (freight.value * 100) / (value * args.percent))
    return hit(
      goodsEvidence(facts, found.list, row, 'targeting.evidence_uneconomic', params, [...freight.from, ...weight.from])
    )
  },
})
