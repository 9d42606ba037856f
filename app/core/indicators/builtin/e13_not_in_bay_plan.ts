import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** A container of the document that the bay plan of the ship does not have. */
export const notInBayPlan = defineIndicator({
  code: 'E13',
  version: 1,
  title: 'targeting.indicator_e13',
  layer: 'deductive',
  group: 'equipment',
  points: 20,
  threats: ['DQ', 'REV'],
  modes: ['sea'],
  args: {},
  reads: ['reported.notInPlan'],
  assess({ facts }) {
    const absent = facts.get('reported.notInPlan')
    if (!absent.known) return unknown('reported.notInPlan', absent.why)
    if (absent.value.length === 0) return clear('targeting.nearest_in_plan', {})
    return hit({
      because: 'targeting.evidence_not_in_plan',
      params: { numbers: absent.value.join(', ') },
      paths: absent.from,
    })
  },
})
