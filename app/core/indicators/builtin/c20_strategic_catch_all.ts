import { anyCountry, TO_COUNTRIES } from '../countries.js'
import { defineIndicator } from '../definition.js'
import { rowsWhere } from '../list_index.js'
import { GOODS_FACTS, goodsEvidence, listedGoods, notListed } from '../listed_goods.js'
import { hit, noList } from '../verdict.js'

/** Goods of military use to a gateway beside an embargoed country, or to a military end user. */
export const strategicCatchAll = defineIndicator({
  code: 'C20',
  version: 1,
  title: 'targeting.indicator_c20',
  layer: 'inductive',
  group: 'commodity',
  points: 30,
  threats: ['WMD'],
  modes: ['sea', 'air'],
  args: {},
  reads: [...GOODS_FACTS, ...TO_COUNTRIES],
  lists: ['controlled_goods', 'embargoed_places'],
  assess(context) {
    const { facts, lists } = context
    const found = listedGoods(context, 'controlled_goods', (row) => row['control'] === 'dual_use')
    if (found === null) return noList('controlled_goods')
    const places = lists.get('embargoed_places')
    if (places === null) return noList('embargoed_places')
    const [row] = found.rows
    if (row === undefined) return found.open ?? notListed('controlled_goods')
    const to = anyCountry(facts, TO_COUNTRIES, (country) =>
      rowsWhere(places, 'country', country).some((each) => each['standing'] === 'gateway')
    )
    if (!to.met) return to.open ?? notListed('embargoed_places', 0.5)
    return hit(goodsEvidence(facts, found.list, row, 'targeting.evidence_goods_to', { country: to.country }, to.paths))
  },
})
