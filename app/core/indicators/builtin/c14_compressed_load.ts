import { defineIndicator } from '../definition.js'
import { GOODS_FACTS, goodsEvidence, listedGoods, notListed } from '../listed_goods.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** Scrap or pressed waste that fills its container by weight: heavy, hard to search and opaque to scanners. */
export const compressedLoad = defineIndicator({
  code: 'C14',
  version: 1,
  title: 'targeting.indicator_c14',
  layer: 'inductive',
  group: 'commodity',
  points: 12,
  threats: ['NAR', 'SEC', 'WST'],
  modes: ['sea'],
  args: { percent: { kind: 'integer', label: 'targeting.argument_percent', default: 70, min: 1, max: 150 } },
  reads: [...GOODS_FACTS, 'equipment.payloadShare'],
  lists: ['controlled_goods'],
  assess(context) {
    const { facts, args } = context
    const found = listedGoods(context, 'controlled_goods', (row) => row['control'] === 'waste')
    if (found === null) return noList('controlled_goods')
    const [row] = found.rows
    if (row === undefined) return found.open ?? notListed('controlled_goods')
    const share = facts.get('equipment.payloadShare')
    if (!share.known) return unknown('equipment.payloadShare', share.why)
    const params = { percent: Math.round(share.value * 100), limit: args.percent }
    if (params.percent < args.percent)
      return clear('targeting.nearest_compressed', params, (args.percent - params.percent) / args.percent)
    return hit(goodsEvidence(facts, found.list, row, 'targeting.evidence_compressed', params, share.from))
  },
})
