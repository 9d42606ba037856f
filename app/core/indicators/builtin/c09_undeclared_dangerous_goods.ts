import { defineIndicator } from '../definition.js'
import { GOODS_FACTS, goodsEvidence, listedGoods, notListed } from '../listed_goods.js'
import { clear, hit, noList, unknown } from '../verdict.js'

/** The text names goods that are dangerous to carry, and no dangerous goods are declared. */
export const undeclaredDangerousGoods = defineIndicator({
  code: 'C09',
  version: 1,
  title: 'targeting.indicator_c09',
  layer: 'deductive',
  group: 'commodity',
  points: 25,
  threats: ['SEC'],
  modes: ['sea', 'air'],
  args: {},
  reads: [...GOODS_FACTS, 'goods.dangerous'],
  lists: ['dangerous_names'],
  assess(context) {
    const { facts } = context
    const found = listedGoods(context, 'dangerous_names')
    if (found === null) return noList('dangerous_names')
    const [row] = found.rows
    if (row === undefined) return found.open ?? notListed('dangerous_names')
    const declared = facts.get('goods.dangerous')
    if (!declared.known) return unknown('goods.dangerous', declared.why)
    if (declared.value.length > 0)
      return clear('targeting.nearest_dangerous_declared', { numbers: declared.value.join(', ') }, 0.5)
    const number = String(row.row['un_number'])
    return hit(goodsEvidence(facts, found.list, row, 'targeting.evidence_undeclared_dangerous', { number }))
  },
})
