import { anyCountry, TO_COUNTRIES } from '../countries.js'
import { defineIndicator } from '../definition.js'
import { rowsWhere } from '../list_index.js'
import { GOODS_FACTS, goodsEvidence, listedGoods, notListed } from '../listed_goods.js'
import { hit, noList } from '../verdict.js'

/** Waste or scrap on its way to a country that waste is dumped in. */
export const wasteToDumpingGround = defineIndicator({
  code: 'C08',
  version: 1,
  title: 'targeting.indicator_c08',
  layer: 'deductive',
  group: 'commodity',
  points: 25,
  threats: ['WST'],
  modes: ['sea'],
  args: {},
  reads: [...GOODS_FACTS, ...TO_COUNTRIES],
  lists: ['controlled_goods', 'waste_destinations'],
  assess(context) {
    const { facts, lists } = context
    const found = listedGoods(context, 'controlled_goods', (row) => row['control'] === 'waste')
    if (found === null) return noList('controlled_goods')
    const destinations = lists.get('waste_destinations')
    if (destinations === null) return noList('waste_destinations')
    const [row] = found.rows
    if (row === undefined) return found.open ?? notListed('controlled_goods')
    const to = anyCountry(facts, TO_COUNTRIES, (country) => rowsWhere(destinations, 'country', country).length > 0)
    if (!to.met) return to.open ?? notListed('waste_destinations', 0.5)
    return hit(goodsEvidence(facts, found.list, row, 'targeting.evidence_goods_to', { country: to.country }, to.paths))
  },
})
