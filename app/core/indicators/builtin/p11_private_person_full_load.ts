import { holdsWords, normaliseText } from '../../matching/normalise_text.js'
import { defineIndicator } from '../definition.js'
import { HOUSEHOLD_EFFECTS } from '../lexicons/household_effects.js'
import { isPersonName } from '../person_name.js'
import { clear, hit, unknown } from '../verdict.js'

/** A private person receives a full container of goods that are no household effects. */
export const privatePersonFullLoad = defineIndicator({
  code: 'P11',
  version: 1,
  title: 'targeting.indicator_p11',
  layer: 'inductive',
  group: 'party',
  points: 20,
  threats: ['NAR', 'REV'],
  modes: ['sea'],
  args: {},
  reads: ['consignee.name', 'equipment.payloadShare', 'goods.description'],
  assess({ facts }) {
    const name = facts.get('consignee.name')
    if (!name.known) return unknown('consignee.name', name.why)
    if (!isPersonName(name.value)) return clear('targeting.nearest_company', {})
    const full = facts.get('equipment.payloadShare')
    if (!full.known) return unknown('equipment.payloadShare', full.why)
    const description = facts.get('goods.description')
    if (!description.known) return unknown('goods.description', description.why)
    const text = normaliseText(description.value)
    const household = HOUSEHOLD_EFFECTS.find((words) => holdsWords(text, words))
    if (household !== undefined) return clear('targeting.nearest_household_move', {}, 0.3)
    return hit({ because: 'targeting.evidence_private_person', params: { name: name.value }, paths: name.from })
  },
})
