import type { AssessContext, Verdict } from './definition.js'
import { goodsEvidence, listedGoods, notListed } from './listed_goods.js'
import { permitOf } from './permits.js'
import { clear, hit, noList } from './verdict.js'

/** Hits when the goods are regulated for one of these threats and the consignee has no permit for them. */
export const withoutPermit = (context: AssessContext, threats: readonly string[]): Verdict => {
  const found = listedGoods(context, 'regulated_goods', (row) => threats.includes(String(row['threat'])))
  if (found === null) return noList('regulated_goods')
  const [row] = found.rows
  if (row === undefined) return found.open ?? notListed('regulated_goods')
  const permit = permitOf(context)
  if (permit.open !== null) return permit.open
  if (permit.row !== null) return clear('targeting.nearest_permit', { number: String(permit.row['number']) }, 0.5)
  const authority = String(row.row['authority'])
  return hit(goodsEvidence(context.facts, found.list, row, 'targeting.evidence_no_permit', { authority }))
}
