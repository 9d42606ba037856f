import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** A container number whose ISO 6346 check digit does not fit. */
export const invalidContainer = defineIndicator({
  code: 'E06',
  version: 1,
  title: 'targeting.indicator_e06',
  layer: 'deductive',
  group: 'equipment',
  points: 12,
  threats: ['DQ', 'INT'],
  modes: ['sea'],
  args: {},
  reads: ['equipment.invalidNumbers'],
  assess({ facts }) {
    const invalid = facts.get('equipment.invalidNumbers')
    if (!invalid.known) return unknown('equipment.invalidNumbers', invalid.why)
    if (invalid.value.length === 0) return clear('targeting.nearest_check_digit', {})
    return hit({
      because: 'targeting.evidence_check_digit',
      params: { numbers: invalid.value.join(', ') },
      paths: invalid.from,
    })
  },
})
