import type { FactReader } from '../../facts/catalogue.js'
import { namesSomebody } from '../../matching/named_party.js'
import { normaliseName } from '../../matching/normalise_name.js'
import { holdsWords, normaliseText } from '../../matching/normalise_text.js'
import { defineIndicator } from '../definition.js'
import { HOUSEHOLD_EFFECTS } from '../lexicons/household_effects.js'
import { clear, firstMissing, hit, unknown } from '../verdict.js'

/** Sender and receiver are the same, and it is not a household that moves. */
export const consignorIsConsignee = defineIndicator({
  code: 'P22',
  version: 1,
  title: 'targeting.indicator_p22',
  layer: 'inductive',
  group: 'party',
  points: 8,
  threats: ['NAR', 'REV'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['consignor.name', 'consignee.name', 'consignor.key', 'consignee.key', 'goods.description'],
  assess({ facts }) {
    if (!sameParty(facts)) {
      return firstMissing(facts, ['consignor.name', 'consignee.name']) ?? clear('targeting.nearest_two_parties', {})
    }
    const description = facts.get('goods.description')
    if (!description.known) return unknown('goods.description', description.why)
    const text = normaliseText(description.value)
    if (HOUSEHOLD_EFFECTS.some((words) => holdsWords(text, words)))
      return clear('targeting.nearest_household_move', {}, 0.5)
    const name = facts.get('consignee.name')
    return hit({
      because: 'targeting.evidence_same_party',
      params: { name: name.known ? name.value : '' },
      paths: name.known ? name.from : [],
    })
  },
})

const sameParty = (facts: FactReader): boolean => {
  const from = facts.get('consignor.key')
  const to = facts.get('consignee.key')
  if (from.known && to.known && from.value === to.value) return true
  const sender = facts.get('consignor.name')
  const receiver = facts.get('consignee.name')
  if (!sender.known || !receiver.known || !namesSomebody(sender.value)) return false
  return normaliseName(sender.value) === normaliseName(receiver.value)
}
