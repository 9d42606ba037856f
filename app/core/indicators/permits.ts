import type { AssessContext, Verdict } from './definition.js'
import { inForce } from './cells.js'
import { goodsMatches, goodsSeen } from './goods_rows.js'
import { GOODS_FACTS } from './listed_goods.js'
import { namedRows } from './named_rows.js'
import type { ReferenceListEdition, ReferenceRow } from './reference_lists.js'
import { noList, unknown } from './verdict.js'

export const PERMIT_FACTS = [...GOODS_FACTS, 'consignee.name', 'party.identifiers', 'filing.at'] as const

export type Permit =
  | { readonly open: Verdict }
  | { readonly open: null; readonly list: ReferenceListEdition; readonly row: ReferenceRow | null }

/** The permit of the consignee for these goods, in force when the document was first filed. */
export const permitOf = ({ facts, lists }: Pick<AssessContext, 'facts' | 'lists'>): Permit => {
  const list = lists.get('permits')
  if (list === null) return { open: noList('permits') }
  const [name, identifiers, filed] = [
    facts.get('consignee.name'),
    facts.get('party.identifiers'),
    facts.get('filing.at'),
  ]
  if (!name.known) return { open: unknown('consignee.name', name.why) }
  if (!filed.known) return { open: unknown('filing.at', filed.why) }
  const ofHolder = new Set(
    namedRows(list, { name: name.value, identifiers: identifiers.known ? identifiers.value : [] }, 'holder')
  )
  const seen = goodsSeen(facts.get('goods.description'), facts.get('goods.hs'))
  const row = goodsMatches(list, seen).find(
    (each) => each.is === true && ofHolder.has(each.row) && inForce(each.row, filed.value)
  )
  return { open: null, list, row: row?.row ?? null }
}
