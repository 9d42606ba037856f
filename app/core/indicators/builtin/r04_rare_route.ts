import { numberIn } from '../cells.js'
import { defineIndicator } from '../definition.js'
import { GOODS_FACTS, goodsEvidence, listedGoods } from '../listed_goods.js'
import type { ReferenceRow } from '../reference_lists.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** Goods that hardly ever travel this lane. */
export const rareRoute = defineIndicator({
  code: 'R04',
  version: 1,
  title: 'targeting.indicator_r04',
  layer: 'inductive',
  group: 'routing',
  points: 15,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: { percent: { kind: 'decimal', label: 'targeting.argument_percent_of_lane', default: 1, min: 0.01, max: 50 } },
  reads: [...GOODS_FACTS, 'place.loading.country', 'place.discharge.country'],
  lists: ['lane_shares'],
  assess(context) {
    const { facts, args } = context
    const [from, to] = [facts.get('place.loading.country'), facts.get('place.discharge.country')]
    if (!from.known) return unknown('place.loading.country', from.why)
    if (!to.known) return unknown('place.discharge.country', to.why)
    const ofLane = (row: ReferenceRow) => row['origin'] === from.value && row['destination'] === to.value
    const found = listedGoods(context, 'lane_shares', ofLane)
    if (found === null) return noList('lane_shares')
    const [row] = found.rows
    const share = row === undefined ? null : numberIn(row.row, 'share')
    if (row === undefined || share === null) return found.open ?? unknown('list:lane_shares', 'no_reference')
    const params = { share, limit: args.percent, country: from.value, destination: to.value }
    if (share >= args.percent) return clear('targeting.nearest_lane_share', params, 1)
    return hit(
      goodsEvidence(facts, found.list, row, 'targeting.evidence_lane_share', params, [...from.from, ...to.from])
    )
  },
})
