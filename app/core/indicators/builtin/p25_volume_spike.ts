import { defineIndicator } from '../definition.js'
import { clear, firstMissing, hit } from '../verdict.js'

/** Far more consignments in 30 days than in any usual month of the year before. */
export const volumeSpike = defineIndicator({
  code: 'P25',
  version: 1,
  title: 'targeting.indicator_p25',
  layer: 'inductive',
  group: 'party',
  points: 15,
  threats: ['REV', 'TBM'],
  modes: ['sea', 'air'],
  args: {
    deviations: { kind: 'decimal', label: 'targeting.argument_deviations', default: 4, min: 1, max: 20 },
    consignments: { kind: 'integer', label: 'targeting.argument_consignments', default: 5, min: 1, max: 1000 },
  },
  reads: ['history.consignee.count30Days', 'history.consignee.monthlyMean', 'history.consignee.monthlyDeviation'],
  assess({ facts, args }) {
    const missing = firstMissing(facts, [
      'history.consignee.count30Days',
      'history.consignee.monthlyMean',
      'history.consignee.monthlyDeviation',
    ])
    if (missing !== null) return missing
    const value = (
      key: 'history.consignee.count30Days' | 'history.consignee.monthlyMean' | 'history.consignee.monthlyDeviation'
    ) => {
      const fact = facts.get(key)
      return fact.known ? fact.value : 0
    }
    // This one is the next of the month.
    const count = value('history.consignee.count30Days') + 1
    const mean = value('history.consignee.monthlyMean')
    const usual = mean + args.deviations * value('history.consignee.monthlyDeviation')
    const limit = Math.max(args.consignments, Math.floor(usual) + 1)
    const params = { count, mean: Math.round(mean * 10) / 10, limit }
    // A newcomer has no usual month: it is told by P05.
    if (mean === 0) return clear('targeting.nearest_no_usual_month', {}, 0.5)
    if (count < limit) return clear('targeting.nearest_spike', params, (limit - count) / limit)
    return hit({ because: 'targeting.evidence_spike', params, paths: [] })
  },
})
