import { defineIndicator } from '../definition.js'
import { clear, firstMissing, hit, unknown } from '../verdict.js'

/** Nothing for a year, then a full container. */
export const dormantThenActive = defineIndicator({
  code: 'P09',
  version: 1,
  title: 'targeting.indicator_p09',
  layer: 'inductive',
  group: 'party',
  points: 12,
  threats: ['NAR', 'REV'],
  modes: ['sea', 'air'],
  args: { days: { kind: 'integer', label: 'targeting.argument_silent_days', default: 365, min: 30, max: 720 } },
  reads: ['history.consignee.count', 'history.consignee.lastSeenDays', 'consignment.containerised'],
  assess({ facts, args }) {
    const missing = firstMissing(facts, ['history.consignee.count', 'consignment.containerised'])
    if (missing !== null) return missing
    const count = facts.get('history.consignee.count')
    const full = facts.get('consignment.containerised')
    if (count.known && count.value === 0) return clear('targeting.nearest_never_seen', {}, 0.5)
    if (full.known && !full.value) return clear('targeting.nearest_no_container', {}, 0.5)
    const seen = facts.get('history.consignee.lastSeenDays')
    if (!seen.known) return unknown('history.consignee.lastSeenDays', seen.why)
    const days = seen.value
    if (days < args.days)
      return clear('targeting.nearest_last_seen', { days, limit: args.days }, (args.days - days) / args.days)
    return hit({ because: 'targeting.evidence_dormant', params: { days }, paths: full.known ? full.from : [] })
  },
})
