import { defineIndicator } from '../definition.js'
import { clear, firstMissing, hit } from '../verdict.js'

/** Its sender is among the tenth that file worst. */
export const senderFilesBadly = defineIndicator({
  code: 'D13',
  version: 1,
  title: 'targeting.indicator_d13',
  layer: 'inductive',
  group: 'document',
  points: 6,
  threats: ['DQ'],
  modes: ['sea', 'air'],
  args: { percent: { kind: 'integer', label: 'targeting.argument_worst_percent', default: 10, min: 1, max: 50 } },
  reads: ['sender.worseShare', 'sender.flawedShare'],
  assess({ facts, args }) {
    const missing = firstMissing(facts, ['sender.worseShare', 'sender.flawedShare'])
    if (missing !== null) return missing
    const worse = facts.get('sender.worseShare')
    const flawed = facts.get('sender.flawedShare')
    const rank = worse.known ? worse.value : 1
    const percent = flawed.known ? Math.round(flawed.value * 100) : 0
    const limit = args.percent / 100
    if (percent === 0 || rank >= limit)
      return clear(
        'targeting.nearest_sender',
        { percent, worse: Math.round(rank * 100), limit: args.percent },
        rank - limit
      )
    return hit({ because: 'targeting.evidence_sender', params: { percent, limit: args.percent }, paths: [] })
  },
})
