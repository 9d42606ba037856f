import { numberIn } from '../cells.js'
import { defineIndicator } from '../definition.js'
import { declaredDollars, RATES, VALUE_FACTS } from '../in_dollars.js'
import { GOODS_FACTS, goodsEvidence, listedGoods, notListed } from '../listed_goods.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/**
 * Goods declared at a price a kilogram that is many times what such goods are usually worth, or a
 * fraction of it. The table says one usual value, and no spread: so many times stands for the four robust
 * deviations of the catalogue.
 */
export const valueOutlier = defineIndicator({
  code: 'C17',
  version: 1,
  title: 'targeting.indicator_c17',
  layer: 'inductive',
  group: 'commodity',
  points: 18,
  threats: ['REV', 'TBM'],
  modes: ['sea', 'air'],
  args: { times: { kind: 'decimal', label: 'targeting.argument_times_usual', default: 5, min: 1.5, max: 100 } },
  reads: [...GOODS_FACTS, 'consignment.grossWeightKg', ...VALUE_FACTS],
  lists: [RATES, 'goods_values'],
  assess(context) {
    const { facts, args } = context
    const declared = declaredDollars(context)
    if ('is' in declared) return declared
    const weight = facts.get('consignment.grossWeightKg')
    if (!weight.known) return unknown('consignment.grossWeightKg', weight.why)
    const found = listedGoods(context, 'goods_values')
    if (found === null) return noList('goods_values')
    const [row] = found.rows
    if (row === undefined) return found.open ?? notListed('goods_values')
    const usual = numberIn(row.row, 'value')
    if (usual === null || usual <= 0) return unknown('list:goods_values', 'no_reference')
    const perKg = declared.usd / weight.value
    const factor = perKg >= usual ? perKg / usual : usual / perKg
    const params = { perKg: round(perKg), usual, limit: args.times }
    if (factor < args.times)
      return clear('targeting.nearest_value_outlier', params, (args.times - factor) / (args.times - 1))
    return hit(
      goodsEvidence(facts, found.list, row, 'targeting.evidence_value_outlier', params, [
        ...declared.from,
        ...weight.from,
      ])
    )
  },
})

const round = (value: number): number => Math.round(value * 100) / 100
