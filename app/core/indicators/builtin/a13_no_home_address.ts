import { onlyByAir } from '../by_air.js'
import { defineIndicator } from '../definition.js'
import { notListed } from '../listed_goods.js'
import { rowsNamedIn, wordsFound } from '../phrases_of_list.js'
import { hit, noList, unknown } from '../verdict.js'

/** Air cargo to a hotel, a locker or a firm that forwards mail. */
export const noHomeAddress = defineIndicator({
  code: 'A13',
  version: 1,
  title: 'targeting.indicator_a13',
  layer: 'inductive',
  group: 'air',
  points: 12,
  threats: ['NAR', 'IPR'],
  modes: ['air'],
  args: {
    kinds: { kind: 'codes', label: 'targeting.argument_address_kinds', default: ['hotel', 'locker', 'mail_forwarder'] },
  },
  reads: ['conveyance.mode', 'consignee.address'],
  lists: ['special_addresses'],
  assess({ facts, args, lists }) {
    const other = onlyByAir(facts)
    if (other !== null) return other
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
