import { defineIndicator } from '../definition.js'
import { notListed } from '../listed_goods.js'
import { rowsNamedIn, wordsFound } from '../phrases_of_list.js'
import { hit, noList, unknown } from '../verdict.js'

/** The address is a flat or a serviced office: no premises of a business that trades in goods. */
export const unlikelyPremises = defineIndicator({
  code: 'P23',
  version: 1,
  title: 'targeting.indicator_p23',
  layer: 'inductive',
  group: 'party',
  points: 10,
  threats: ['TBM'],
  modes: ['sea', 'air'],
  args: {
    kinds: { kind: 'codes', label: 'targeting.argument_address_kinds', default: ['residential', 'serviced_office'] },
  },
  reads: ['consignee.address'],
  lists: ['special_addresses'],
  assess({ facts, args, lists }) {
    const list = lists.get('special_addresses')
    if (list === null) return noList('special_addresses')
    const address = facts.get('consignee.address')
    if (!address.known) return unknown('consignee.address', address.why)
    const row = rowsNamedIn(list, address.value).find((each) => args.kinds.includes(String(each['address_kind'])))
    if (row === undefined) return notListed('special_addresses')
    return hit({
      because: 'targeting.evidence_special_address',
      params: { address: address.value, words: wordsFound(row, address.value), edition: list.edition },
      paths: address.from,
      list: { code: list.code, edition: list.edition },
    })
  },
})
