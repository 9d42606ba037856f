import { defineIndicator } from '../definition.js'
import { clear, hit, unknown } from '../verdict.js'

/** The verified gross mass is not that of the goods and tares as declared. */
export const verifiedMass = defineIndicator({
  code: 'E04',
  version: 1,
  title: 'targeting.indicator_e04',
  layer: 'inductive',
  group: 'equipment',
  points: 20,
  threats: ['NAR', 'REV'],
  modes: ['sea'],
  args: {
    percent: { kind: 'integer', label: 'targeting.argument_percent_of_weight', default: 5, min: 1, max: 100 },
    kilograms: { kind: 'integer', label: 'targeting.argument_kilograms', default: 500, min: 1, max: 30_000 },
  },
  reads: ['reported.weightDifferenceKg', 'consignment.grossWeightKg'],
  assess({ facts, args }) {
    const difference = facts.get('reported.weightDifferenceKg')
    if (!difference.known) return unknown('reported.weightDifferenceKg', difference.why)
    const weight = facts.get('consignment.grossWeightKg')
    if (!weight.known) return unknown('consignment.grossWeightKg', weight.why)
    const off = Math.abs(difference.value)
    const limit = Math.min(args.kilograms, Math.round((weight.value * args.percent) / 100))
    const params = { differenceKg: difference.value, limit }
    if (off <= limit) return clear('targeting.nearest_verified_mass', params, (limit - off) / Math.max(1, limit))
    return hit({ because: 'targeting.evidence_verified_mass', params, paths: difference.from })
  },
})
