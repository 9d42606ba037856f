import { inForce } from '../cells.js'
import { anyCountry, FROM_COUNTRIES, ofRow, TO_COUNTRIES } from '../countries.js'
import { defineIndicator, type Verdict } from '../definition.js'
import { GOODS_FACTS, goodsEvidence, listedGoods, notListed } from '../listed_goods.js'
import { hit, noList, unknown } from '../verdict.js'

/** Goods and lane of an operation that is running. */
export const campaignFootprint = defineIndicator({
  code: 'C23',
  version: 1,
  title: 'targeting.indicator_c23',
  layer: 'deductive',
  group: 'commodity',
  points: 30,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: {},
  reads: [...GOODS_FACTS, ...FROM_COUNTRIES, ...TO_COUNTRIES, 'filing.at'],
  lists: ['campaigns'],
  assess(context) {
    const { facts } = context
    const filed = facts.get('filing.at')
    if (!filed.known) return unknown('filing.at', filed.why)
    const found = listedGoods(context, 'campaigns', (row) => inForce(row, filed.value))
    if (found === null) return noList('campaigns')
    let open: Verdict | null = null
    for (const row of found.rows) {
      const from = anyCountry(facts, FROM_COUNTRIES, ofRow(row.row['origin']))
      const to = anyCountry(facts, TO_COUNTRIES, ofRow(row.row['destination']))
      if (from.met && to.met) {
        const params = { campaign: String(row.row['campaign']), from: from.country, to: to.country }
        const paths = [...from.paths, ...to.paths]
        return hit(goodsEvidence(facts, found.list, row, 'targeting.evidence_campaign', params, paths))
      }
      open ??= from.met ? null : from.open
      open ??= to.met ? null : to.open
    }
    return open ?? found.open ?? notListed('campaigns', found.rows.length > 0 ? 0.5 : 1)
  },
})
