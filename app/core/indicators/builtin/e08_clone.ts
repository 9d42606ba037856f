import { defineIndicator } from '../definition.js'
import { clear, firstMissing, hit } from '../verdict.js'

/** The same container arrives twice within a time in which no box gets from one place to the other. */
export const clone = defineIndicator({
  code: 'E08',
  version: 1,
  title: 'targeting.indicator_e08',
  layer: 'inductive',
  group: 'equipment',
  points: 50,
  hard: true,
  threats: ['INT', 'NAR'],
  modes: ['sea'],
  args: { hours: { kind: 'integer', label: 'targeting.argument_apart_hours', default: 12, min: 1, max: 240 } },
  reads: ['history.container.elsewhereHours', 'equipment.numbers'],
  assess({ facts, args }) {
    const missing = firstMissing(facts, ['equipment.numbers', 'history.container.elsewhereHours'])
    if (missing !== null) return missing
    const apart = facts.get('history.container.elsewhereHours')
    const numbers = facts.get('equipment.numbers')
    const hours = apart.known ? Math.round(apart.value * 10) / 10 : 0
    const limit = args.hours
    if (hours >= limit) return clear('targeting.nearest_clone', { hours, limit }, (hours - limit) / limit)
    return hit({
      because: 'targeting.evidence_clone',
      params: { hours, limit },
      paths: numbers.known ? numbers.from : [],
    })
  },
})
