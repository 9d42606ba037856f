import { defineIndicator } from '../definition.js'
import { clear, unknown } from '../verdict.js'

/** Share of the points for a filing that is hardly late; all of them at arrival or later. */
const AT_LEAST = 0.25

/** First filed after the administration's cut-off before arrival; points grow with lateness. */
export const lateFiling = defineIndicator({
  code: 'D01',
  version: 1,
  title: 'targeting.indicator_d01',
  layer: 'inductive',
  group: 'document',
  points: 20,
  threats: ['ALL', 'DQ'],
  modes: ['sea', 'air'],
  args: { hours: { kind: 'integer', label: 'targeting.argument_hours', default: 24, min: 1, max: 720 } },
  reads: ['filing.leadHours'],
  assess({ facts, args }) {
    const lead = facts.get('filing.leadHours')
    if (!lead.known) return unknown('filing.leadHours', lead.why)
    const hours = Math.round(lead.value * 10) / 10
    if (lead.value >= args.hours)
      return clear('targeting.nearest_lead', { hours, limit: args.hours }, (lead.value - args.hours) / args.hours)
    return {
      is: 'hit',
      weight: AT_LEAST + (1 - AT_LEAST) * Math.min(1, (args.hours - lead.value) / args.hours),
      evidence: [{ because: 'targeting.evidence_late', params: { hours, limit: args.hours }, paths: [] }],
    }
  },
})
