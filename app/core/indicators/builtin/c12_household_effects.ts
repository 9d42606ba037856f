import { holdsWords, normaliseText } from '../../matching/normalise_text.js'
import { defineIndicator } from '../definition.js'
import { HOUSEHOLD_EFFECTS } from '../lexicons/household_effects.js'
import { clear, hit, unknown } from '../verdict.js'

/** Personal or used household effects: anything may be among them. */
export const householdEffects = defineIndicator({
  code: 'C12',
  version: 1,
  title: 'targeting.indicator_c12',
  layer: 'inductive',
  group: 'commodity',
  points: 12,
  threats: ['ARM', 'VEH', 'NAR'],
  modes: ['sea', 'air'],
  args: {},
  reads: ['goods.description'],
  assess({ facts }) {
    const description = facts.get('goods.description')
    if (!description.known) return unknown('goods.description', description.why)
    const text = normaliseText(description.value)
    const found = HOUSEHOLD_EFFECTS.find((words) => holdsWords(text, words))
    if (found === undefined) return clear('targeting.nearest_household', {})
    return hit({ because: 'targeting.evidence_household', params: { words: found }, paths: description.from })
  },
})
