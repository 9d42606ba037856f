import { numberIn } from '../cells.js'
import { defineIndicator } from '../definition.js'
import { GOODS_FACTS, goodsEvidence, listedGoods, notListed } from '../listed_goods.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** The temperature set is not one that these goods travel at. */
export const temperatureAgainstGoods = defineIndicator({
  code: 'C11',
  version: 1,
  title: 'targeting.indicator_c11',
  layer: 'inductive',
  group: 'commodity',
  points: 15,
  threats: ['NAR'],
  modes: ['sea'],
  args: { degrees: { kind: 'integer', label: 'targeting.argument_degrees', default: 2, min: 0, max: 30 } },
  reads: [...GOODS_FACTS, 'equipment.temperatureC'],
  lists: ['goods_temperatures'],
  assess(context) {
    const { facts, args } = context
    const set = facts.get('equipment.temperatureC')
    if (!set.known) return unknown('equipment.temperatureC', set.why)
    const found = listedGoods(context, 'goods_temperatures')
    if (found === null) return noList('goods_temperatures')
    const [row] = found.rows
    if (row === undefined) return found.open ?? notListed('goods_temperatures')
    const [lowest, highest] = [numberIn(row.row, 'lowest'), numberIn(row.row, 'highest')]
    if (lowest === null || highest === null) return unknown('list:goods_temperatures', 'no_reference')
    const params = { degrees: set.value, lowest, highest }
    const off = Math.max(lowest - set.value, set.value - highest)
    if (off <= args.degrees) return clear('targeting.nearest_temperature', params, off < 0 ? 1 : 0.3)
    return hit(goodsEvidence(facts, found.list, row, 'targeting.evidence_temperature', params, set.from))
  },
})
