import { numberIn } from '../cells.js'
import { defineIndicator } from '../definition.js'
import { GOODS_FACTS, goodsEvidence, listedGoods } from '../listed_goods.js'
import { clear, firstMissing, hit, noList, unknown } from '../verdict.js'

/** Weight against volume or packages that goods of the kind do not have. */
export const implausibleDensity = defineIndicator({
  code: 'E02',
  version: 1,
  title: 'targeting.indicator_e02',
  layer: 'inductive',
  group: 'equipment',
  points: 15,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: { times: { kind: 'decimal', label: 'targeting.argument_times', default: 1.5, min: 1, max: 10 } },
  reads: [...GOODS_FACTS, 'consignment.grossWeightKg', 'consignment.volumeM3', 'consignment.packages'],
  lists: ['goods_densities'],
  assess(context) {
    const { facts, args } = context
    const weight = facts.get('consignment.grossWeightKg')
    if (!weight.known) return unknown('consignment.grossWeightKg', weight.why)
    const found = listedGoods(context, 'goods_densities')
    if (found === null) return noList('goods_densities')
    const [row] = found.rows
    if (row === undefined) return found.open ?? unknown('list:goods_densities', 'no_reference')
    const [lowest, highest, heaviest] = [
      numberIn(row.row, 'lowest') ?? 0,
      numberIn(row.row, 'highest') ?? Infinity,
      numberIn(row.row, 'heaviest') ?? Infinity,
    ]
    const packages = facts.get('consignment.packages')
    const each = packages.known && packages.value > 0 ? Math.round(weight.value / packages.value) : null
    if (each !== null && each > heaviest * args.times)
      return hit(
        goodsEvidence(
          facts,
          found.list,
          row,
          'targeting.evidence_heavy_package',
          { weightKg: each, heaviest },
          packages.known ? [...weight.from, ...packages.from] : weight.from
        )
      )
    const volume = facts.get('consignment.volumeM3')
    if (volume.known && volume.value > 0) {
      const params = { density: Math.round(weight.value / volume.value), lowest, highest }
      if (params.density * args.times < lowest || params.density > highest * args.times)
        return hit(
          goodsEvidence(facts, found.list, row, 'targeting.evidence_density', params, [...weight.from, ...volume.from])
        )
      if (each !== null) return clear('targeting.nearest_density', params)
    }
    return (
      firstMissing(facts, ['consignment.packages', 'consignment.volumeM3']) ??
      unknown('consignment.volumeM3', 'not_understood')
    )
  },
})
