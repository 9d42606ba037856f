import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** A container filed as empty weighs more than its tare. */
export const emptyThatIsNot = defineIndicator({
  code: 'E10',
  version: 1,
  title: 'targeting.indicator_e10',
  layer: 'inductive',
  group: 'equipment',
  points: 25,
  threats: ['NAR', 'INT'],
  modes: ['sea'],
  args: { percent: { kind: 'integer', label: 'targeting.argument_percent_over_tare', default: 5, min: 1, max: 200 } },
  reads: ['equipment.emptyExcess'],
  assess({ facts, args }) {
    const excess = facts.get('equipment.emptyExcess')
    if (!excess.known) return unknown('equipment.emptyExcess', excess.why)
    const params = { percent: excess.value, limit: args.percent }
    if (excess.value <= args.percent)
      return clear('targeting.nearest_empty', params, (args.percent - excess.value) / 100)
    return hit({ because: 'targeting.evidence_empty', params, paths: excess.from })
  },
})
