import { defineIndicator, type Verdict } from '../definition.js'
import { clear, firstMissing, unknown } from '../verdict.js'

/** Share of the points for a filing that is hardly late; all of them at arrival or later. */
const AT_LEAST = 0.25

const judged = (lead: number, limit: number): Verdict => {
  const hours = Math.round(lead * 10) / 10
  if (lead >= limit) return clear('targeting.nearest_lead', { hours, limit }, (lead - limit) / limit)
  return {
    is: 'hit',
    weight: AT_LEAST + (1 - AT_LEAST) * Math.min(1, (limit - lead) / limit),
    evidence: [{ because: 'targeting.evidence_late', params: { hours, limit }, paths: [] }],
  }
}

/** What stays the same in every version. */
const LATE = {
  code: 'D01',
  title: 'targeting.indicator_d01',
  layer: 'inductive',
  group: 'document',
  points: 20,
  threats: ['ALL', 'DQ'],
  modes: ['sea', 'air'],
} as const

/** First filed after a cut-off that the profile names; kept for the revisions that pin it. */
export const lateFilingByHours = defineIndicator({
  ...LATE,
  version: 1,
  args: { hours: { kind: 'integer', label: 'targeting.argument_hours', default: 24, min: 1, max: 720 } },
  reads: ['filing.leadHours'],
  assess({ facts, args }) {
    const lead = facts.get('filing.leadHours')
    return lead.known ? judged(lead.value, args.hours) : unknown('filing.leadHours', lead.why)
  },
})

/** First filed after the deadline that holds here for cargo of its mode; points grow with lateness. */
export const lateFiling = defineIndicator({
  ...LATE,
  version: 2,
  args: {},
  reads: ['filing.leadHours', 'filing.deadlineHours'],
  assess({ facts }) {
    const lead = facts.get('filing.leadHours')
    const deadline = facts.get('filing.deadlineHours')
    if (lead.known && deadline.known) return judged(lead.value, deadline.value)
    return firstMissing(facts, ['filing.leadHours', 'filing.deadlineHours'])!
  },
})
