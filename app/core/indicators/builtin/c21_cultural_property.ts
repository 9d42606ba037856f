import { anyCountry, FROM_COUNTRIES, ofRow } from '../countries.js'
import { defineIndicator, type Verdict } from '../definition.js'
import { GOODS_FACTS, goodsEvidence, listedGoods, notListed } from '../listed_goods.js'
import { hit, noList } from '../verdict.js'

/** Words of cultural property from an origin that it is looted from. */
export const culturalProperty = defineIndicator({
  code: 'C21',
  version: 1,
  title: 'targeting.indicator_c21',
  layer: 'deductive',
  group: 'commodity',
  points: 30,
  threats: ['CUL'],
  modes: ['sea', 'air'],
  args: {},
  reads: [...GOODS_FACTS, ...FROM_COUNTRIES],
  lists: ['cultural_goods'],
  assess(context) {
    const { facts } = context
    const found = listedGoods(context, 'cultural_goods')
    if (found === null) return noList('cultural_goods')
    let open: Verdict | null = null
    for (const row of found.rows) {
      const from = anyCountry(facts, FROM_COUNTRIES, ofRow(row.row['origin']))
      if (from.met)
        return hit(
          goodsEvidence(facts, found.list, row, 'targeting.evidence_goods_from', { country: from.country }, from.paths)
        )
      open ??= from.open
    }
    return open ?? found.open ?? notListed('cultural_goods', found.rows.length > 0 ? 0.5 : 1)
  },
})
