import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** Kilograms. */
const ROUND = 500

/** Three containers or more that weigh the same to the kilogram, or are all round: made up rather than weighed. */
export const tooRegularWeights = defineIndicator({
  code: 'E03',
  version: 1,
  title: 'targeting.indicator_e03',
  layer: 'inductive',
  group: 'equipment',
  points: 8,
  threats: ['REV', 'DQ'],
  modes: ['sea', 'air'],
  args: { count: { kind: 'integer', label: 'targeting.argument_count', default: 3, min: 2, max: 50 } },
  reads: ['equipment.weights'],
  assess({ facts, args }) {
    const weights = facts.get('equipment.weights')
    if (!weights.known) return unknown('equipment.weights', weights.why)
    const filed = weights.value.filter((each) => each !== '').map(Number)
    const count = filed.length
    const alike = filed.every((each) => each === filed[0])
    const round = filed.every((each) => each % ROUND === 0)
    if (count >= args.count && (alike || round))
      return hit({
        because: alike ? 'targeting.evidence_same_weights' : 'targeting.evidence_round_weights',
        params: { count, weightKg: filed[0] ?? 0 },
        paths: weights.from,
      })
    if (count < weights.value.length) return unknown('equipment.weights', 'not_filed')
    return clear('targeting.nearest_weights', { count, limit: args.count }, count >= args.count ? 1 : 0.5)
  },
})
