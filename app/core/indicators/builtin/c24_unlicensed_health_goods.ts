import { defineIndicator } from '../definition.js'
import { goodsEvidence, listedGoods, notListed } from '../listed_goods.js'
import { PERMIT_FACTS, permitOf } from '../permits.js'
import { clear, hit, noList } from '../verdict.js'

/** Medicines and other health goods whose consignee has no permit for them. */
export const unlicensedHealthGoods = defineIndicator({
  code: 'C24',
  version: 1,
  title: 'targeting.indicator_c24',
  layer: 'deductive',
  group: 'commodity',
  points: 25,
  threats: ['HLT', 'IPR'],
  modes: ['sea', 'air'],
  args: { threats: { kind: 'codes', label: 'targeting.argument_threats', default: ['HLT'] } },
  reads: [...PERMIT_FACTS],
  lists: ['regulated_goods', 'permits'],
  assess(context) {
    const { facts, args } = context
    const found = listedGoods(context, 'regulated_goods', (row) => args.threats.includes(String(row['threat'])))
    if (found === null) return noList('regulated_goods')
    const [row] = found.rows
    if (row === undefined) return found.open ?? notListed('regulated_goods')
    const permit = permitOf(context)
    if (permit.open !== null) return permit.open
    if (permit.row !== null) return clear('targeting.nearest_permit', { number: String(permit.row['number']) }, 0.5)
    const authority = String(row.row['authority'])
    return hit(goodsEvidence(facts, found.list, row, 'targeting.evidence_no_permit', { authority }))
  },
})
