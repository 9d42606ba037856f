import { onlyByAir } from '../by_air.js'
import { numberIn } from '../cells.js'
import { defineIndicator } from '../definition.js'
import { GOODS_FACTS, goodsEvidence, listedGoods } from '../listed_goods.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** Goods by air far lighter or denser than goods of the kind. */
export const oddDensityByAir = defineIndicator({
  code: 'A07',
  version: 1,
  title: 'targeting.indicator_a07',
  layer: 'inductive',
  group: 'air',
  points: 10,
  threats: ['NAR'],
  modes: ['air'],
  args: { times: { kind: 'decimal', label: 'targeting.argument_times', default: 1.5, min: 1, max: 10 } },
  reads: ['conveyance.mode', ...GOODS_FACTS, 'consignment.grossWeightKg', 'consignment.volumeM3'],
  lists: ['goods_densities'],
  assess(context) {
    const { facts, args } = context
    const other = onlyByAir(facts)
    if (other !== null) return other
    const [weight, volume] = [facts.get('consignment.grossWeightKg'), facts.get('consignment.volumeM3')]
    if (!weight.known) return unknown('consignment.grossWeightKg', weight.why)
    if (!volume.known) return unknown('consignment.volumeM3', volume.why)
    if (volume.value <= 0) return unknown('consignment.volumeM3', 'not_understood')
    const found = listedGoods(context, 'goods_densities')
    if (found === null) return noList('goods_densities')
    const [row] = found.rows
    const [lowest, highest] =
      row === undefined ? [null, null] : [numberIn(row.row, 'lowest'), numberIn(row.row, 'highest')]
    if (row === undefined || lowest === null || highest === null)
      return found.open ?? unknown('list:goods_densities', 'no_reference')
    const density = Math.round(weight.value / volume.value)
    const params = { density, lowest, highest }
    if (density * args.times >= lowest && density <= highest * args.times)
      return clear('targeting.nearest_density', params)
    return hit(
      goodsEvidence(facts, found.list, row, 'targeting.evidence_density', params, [...weight.from, ...volume.from])
    )
  },
})
