import { holdsWords, normaliseText } from '../../matching/normalise_text.js'
import { anyCountry, FROM_COUNTRIES, ofRow } from '../countries.js'
import { defineIndicator, type Verdict } from '../definition.js'
import { wordsOf } from '../goods_rows.js'
import { GOODS_FACTS, goodsEvidence, listedGoods, notListed } from '../listed_goods.js'
import { hit, noList, unknown } from '../verdict.js'

/** A brand on the products it is copied on, from an origin that copies it. */
export const brandFromInfringingOrigin = defineIndicator({
  code: 'C16',
  version: 1,
  title: 'targeting.indicator_c16',
  layer: 'deductive',
  group: 'commodity',
  points: 22,
  threats: ['IPR'],
  modes: ['sea', 'air'],
  args: {},
  reads: [...GOODS_FACTS, ...FROM_COUNTRIES],
  lists: ['brands'],
  assess(context) {
    const { facts } = context
    const found = listedGoods(context, 'brands')
    if (found === null) return noList('brands')
    const description = facts.get('goods.description')
    if (!description.known) return unknown('goods.description', description.why)
    const text = normaliseText(description.value)
    const rows = found.rows.filter(({ row }) => {
      const products = wordsOf(row['products'])
      return products.length === 0 || products.some((words) => holdsWords(text, words))
    })
    let open: Verdict | null = null
    for (const row of rows) {
      const from = anyCountry(facts, FROM_COUNTRIES, ofRow(row.row['origin']))
      if (from.met)
        return hit(
          goodsEvidence(facts, found.list, row, 'targeting.evidence_goods_from', { country: from.country }, from.paths)
        )
      open ??= from.open
    }
    return open ?? notListed('brands', rows.length > 0 ? 0.5 : 1)
  },
})
