import { numberIn } from '../cells.js'
import { defineIndicator } from '../definition.js'
import { GOODS_FACTS, goodsEvidence, listedGoods } from '../listed_goods.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** Goods to a country that itself sells far more of the kind than it buys. */
export const destinationDoesNotNeed = defineIndicator({
  code: 'R07',
  version: 1,
  title: 'targeting.indicator_r07',
  layer: 'inductive',
  group: 'routing',
  points: 12,
  threats: ['TBM', 'NAR'],
  modes: ['sea', 'air'],
  args: { times: { kind: 'decimal', label: 'targeting.argument_times', default: 5, min: 1, max: 1000 } },
  reads: [...GOODS_FACTS, 'place.discharge.country'],
  lists: ['trade_shares'],
  assess(context) {
    const { facts, args } = context
    const to = facts.get('place.discharge.country')
    if (!to.known) return unknown('place.discharge.country', to.why)
    const found = listedGoods(context, 'trade_shares', (row) => row['country'] === to.value)
    if (found === null) return noList('trade_shares')
    const [row] = found.rows
    const balance = row === undefined ? null : numberIn(row.row, 'balance')
    if (row === undefined || balance === null) return found.open ?? unknown('list:trade_shares', 'no_reference')
    const params = { country: to.value, times: balance, limit: args.times }
    if (balance <= args.times) return clear('targeting.nearest_balance', params, (args.times - balance) / args.times)
    return hit(goodsEvidence(facts, found.list, row, 'targeting.evidence_balance', params, to.from))
  },
})
