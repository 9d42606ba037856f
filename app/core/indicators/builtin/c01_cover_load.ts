import type { FactReader } from '../../facts/catalogue.js'
import { FROM_COUNTRIES } from '../countries.js'
import { defineIndicator, type Verdict } from '../definition.js'
import { goodsMatches, goodsSeen, type GoodsRow } from '../goods_rows.js'
import { threatsOfTable } from '../source_country.js'
import { clear, firstMissing, hit, noList, unknown } from '../verdict.js'

/**
 * Goods that are known to cover contraband on this lane. A row's `origin` is met when the goods come
 * from, were received in or are loaded in that country: three facts, any one of which is enough.
 */
export const coverLoad = defineIndicator({
  code: 'C01',
  version: 1,
  title: 'targeting.indicator_c01',
  layer: 'deductive',
  group: 'commodity',
  points: 25,
  threats: ['NAR', 'CIT'],
  modes: ['sea', 'air'],
  args: threatsOfTable,
  reads: ['goods.description', 'goods.hs', ...FROM_COUNTRIES],
  lists: ['cover_loads'],
  assess({ facts, args, lists }) {
    const list = lists.get('cover_loads')
    if (list === null) return noList('cover_loads')
    const description = facts.get('goods.description')
    const seen = goodsSeen(description, facts.get('goods.hs'))
    const rows = goodsMatches(list, seen).filter(({ row }) => args.threats.includes(String(row['threat'])))
    let open: Verdict | null = null
    let elsewhere: GoodsRow | null = null
    for (const each of rows) {
      const goods = each.is
      const from = originMet(facts, String(each.row['origin']))
      if (goods === true && from.met) {
        return hit({
          because: from.country === '*' ? 'targeting.evidence_cover_load_anywhere' : 'targeting.evidence_cover_load',
          params: { goods: String(each.row['goods']), country: from.country, edition: list.edition },
          paths: [...goodsPaths(facts), ...from.paths],
          list: { code: list.code, edition: list.edition },
        })
      }
      const country = from.met ? null : firstMissing(facts, FROM_COUNTRIES)
      if (goods === true) elsewhere ??= each
      if (goods === null && (from.met || country !== null)) open ??= missingGoods(facts)
      if (goods === true) open ??= country
    }
    if (open !== null) return open
    if (elsewhere === null) return clear('targeting.nearest_cover_load', {})
    return clear('targeting.nearest_cover_load_elsewhere', { goods: String(elsewhere.row['goods']) }, 0.5)
  },
})

const originMet = (facts: FactReader, origin: string) => {
  if (origin === '*') return { met: true, country: origin, paths: [] }
  for (const key of FROM_COUNTRIES) {
    const country = facts.get(key)
    if (country.known && country.value === origin) return { met: true, country: origin, paths: country.from }
  }
  return { met: false, country: origin, paths: [] }
}

const missingGoods = (facts: FactReader): Verdict =>
  firstMissing(facts, ['goods.description', 'goods.hs']) ?? unknown('goods.description', 'not_filed')

const goodsPaths = (facts: FactReader): readonly string[] => {
  const description = facts.get('goods.description')
  if (description.known) return description.from
  const hs = facts.get('goods.hs')
  return hs.known ? hs.from : []
}
