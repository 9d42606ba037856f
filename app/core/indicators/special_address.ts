import type { AssessContext, Verdict } from './definition.js'
import { notListed } from './listed_goods.js'
import { rowsNamedIn, wordsFound } from './phrases_of_list.js'
import { hit, noList, unknown } from './verdict.js'

/** Hits when the consignee's address is of one of these kinds, by the administration's table. */
export const atSpecialAddress = (
  { facts, lists }: Pick<AssessContext, 'facts' | 'lists'>,
  kinds: readonly string[]
): Verdict => {
  const list = lists.get('special_addresses')
  if (list === null) return noList('special_addresses')
  const address = facts.get('consignee.address')
  if (!address.known) return unknown('consignee.address', address.why)
  const row = rowsNamedIn(list, address.value).find((each) => kinds.includes(String(each['address_kind'])))
  if (row === undefined) return notListed('special_addresses')
  return hit({
    because: 'targeting.evidence_special_address',
    params: { address: address.value, words: wordsFound(row, address.value), edition: list.edition },
    paths: address.from,
    list: { code: list.code, edition: list.edition },
  })
}
