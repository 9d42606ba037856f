import { defineIndicator } from '../definition.js'
import { notListed } from '../listed_goods.js'
import { rowsNamedIn, wordsFound } from '../phrases_of_list.js'
import { hit, noList, unknown } from '../verdict.js'

const PARTIES = ['consignee.name', 'notify.name'] as const

/** A consignee or party to be notified linked to armed forces or a weapons programme. */
export const militaryEndUser = defineIndicator({
  code: 'P27',
  version: 1,
  title: 'targeting.indicator_p27',
  layer: 'deductive',
  group: 'party',
  points: 40,
  threats: ['WMD'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['consignee.name', 'notify.name'],
  lists: ['military_end_users'],
  assess({ facts, lists }) {
    const list = lists.get('military_end_users')
    if (list === null) return noList('military_end_users')
    for (const key of PARTIES) {
      const name = facts.get(key)
      const row = name.known ? rowsNamedIn(list, name.value)[0] : undefined
      if (row !== undefined && name.known)
        return hit({
          because: 'targeting.evidence_military',
          params: { name: name.value, words: wordsFound(row, name.value), edition: list.edition },
          paths: name.from,
          list: { code: list.code, edition: list.edition },
        })
    }
    const consignee = facts.get('consignee.name')
    // Many documents name nobody to be notified: that is no gap.
    return consignee.known ? notListed('military_end_users') : unknown('consignee.name', consignee.why)
  },
})
