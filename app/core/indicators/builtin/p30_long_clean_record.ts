import { defineIndicator } from '../definition.js'
import { clear, firstMissing, hit } from '../verdict.js'

/**
 * Known for two years, inspected several times, random draws included, and nothing ever found. History
 * keeps two years, so the first of a long row lies a little less than that back.
 */
export const longCleanRecord = defineIndicator({
  code: 'P30',
  version: 1,
  title: 'targeting.indicator_p30',
  layer: 'inductive',
  group: 'party',
  points: -20,
  threats: ['ALL'],
  modes: ['sea', 'air'],
  args: {
    checks: { kind: 'integer', label: 'targeting.argument_clean_checks', default: 5, min: 1, max: 1000 },
    days: { kind: 'integer', label: 'targeting.argument_known_days', default: 690, min: 30, max: 730 },
  },
  reads: [
    'findings.consignee.clean',
    'findings.consignee.resultant',
    'findings.consignor.resultant',
    'history.consignee.count',
    'history.consignee.firstSeenDays',
  ],
  assess({ facts, args }) {
    const missing = firstMissing(facts, [
      'findings.consignee.clean',
      'findings.consignee.resultant',
      'findings.consignor.resultant',
      'history.consignee.count',
    ])
    if (missing !== null) return missing
    const count = facts.get('history.consignee.count')
    if (count.known && count.value === 0) return clear('targeting.nearest_never_seen', {})
    const [clean, to, from, first] = [
      facts.get('findings.consignee.clean'),
      facts.get('findings.consignee.resultant'),
      facts.get('findings.consignor.resultant'),
      facts.get('history.consignee.firstSeenDays'),
    ]
    if (!first.known) return firstMissing(facts, ['history.consignee.firstSeenDays'])!
    const checks = clean.known ? clean.value : 0
    if ((to.known && to.value > 0) || (from.known && from.value > 0)) return clear('targeting.nearest_found_before', {})
    if (checks < args.checks)
      return clear(
        'targeting.nearest_count',
        { count: checks, limit: args.checks },
        (args.checks - checks) / args.checks
      )
    if (first.value < args.days)
      return clear(
        'targeting.nearest_known_for',
        { days: first.value, limit: args.days },
        (args.days - first.value) / args.days
      )
    return hit({ because: 'targeting.evidence_clean_record', params: { count: checks, days: first.value }, paths: [] })
  },
})
