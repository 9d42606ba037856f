import { isToOrder } from '../../matching/named_party.js'
import { holdsWords, normaliseText } from '../../matching/normalise_text.js'
import { defineIndicator } from '../definition.js'
import { INTERMEDIARY_WORDS } from '../lexicons/consignee_roles.js'
import { clear, hit, unknown } from '../verdict.js'

/** A house document made out to a forwarder, a bank or to order: the real consignee is not named. */
export const intermediaryConsignee = defineIndicator({
  code: 'P12',
  version: 1,
  title: 'targeting.indicator_p12',
  layer: 'inductive',
  group: 'party',
  points: 18,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['consignment.level', 'consignee.name'],
  assess({ facts }) {
    const level = facts.get('consignment.level')
    if (!level.known) return unknown('consignment.level', level.why)
    if (level.value !== 'house') return clear('targeting.nearest_level', { level: level.value })
    const name = facts.get('consignee.name')
    if (!name.known) return unknown('consignee.name', name.why)
    const text = normaliseText(name.value)
    const word = INTERMEDIARY_WORDS.find((words) => holdsWords(text, words))
    if (word === undefined && !isToOrder(name.value)) return clear('targeting.nearest_intermediary', {})
    return hit({ because: 'targeting.evidence_intermediary', params: { name: name.value }, paths: name.from })
  },
})
