import { defineIndicator, type Verdict } from '../definition.js'
import { clear, firstMissing, unknown } from '../verdict.js'

/** Share of the points for a filing that is hardly late; all of them at arrival or later. */
const AT_LEAST = 0.25

const rounded = (hours: number): number => Math.round(hours * 10) / 10

const judged = (lead: number, limit: number): Verdict => {
  const hours = rounded(lead)
  if (lead >= limit) return clear('targeting.nearest_lead', { hours, limit }, (lead - limit) / limit)
  return {
    is: 'hit',
    weight: AT_LEAST + (1 - AT_LEAST) * Math.min(1, (limit - lead) / limit),
    evidence: [{ because: 'targeting.evidence_late', params: { hours, limit }, paths: [] }],
  }
}

/** `lead` says how long the journey still takes; without it nobody knows how late a late filing is. */
const judgedByDeparture = (since: number, grace: number, lead: number | null): Verdict => {
  const params = { hours: rounded(since), minutes: Math.round(since * 60), limit: Math.round(grace * 60) }
  if (since <= grace) return clear('targeting.nearest_since_departure', params, (grace - since) / grace)
  const rest = lead === null ? Infinity : Math.max(0, lead)
  const late = since - grace
  return {
    is: 'hit',
    weight: AT_LEAST + (1 - AT_LEAST) * (late / (late + rest)),
    evidence: [{ because: 'targeting.evidence_late_after_departure', params, paths: [] }],
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

/** First filed after a deadline that counts back from the arrival; kept for the revisions that pin it. */
export const lateFilingBeforeArrival = defineIndicator({
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

/** First filed after the deadline that holds here for cargo of its mode, counted from departure or arrival; points grow with lateness. */
export const lateFiling = defineIndicator({
  ...LATE,
  version: 3,
  args: {},
  reads: ['filing.leadHours', 'filing.deadlineHours', 'filing.sinceDepartureHours', 'filing.graceHours'],
  assess({ facts }) {
    const lead = facts.get('filing.leadHours')
    const grace = facts.get('filing.graceHours')
    if (grace.known) {
      const since = facts.get('filing.sinceDepartureHours')
      return since.known
        ? judgedByDeparture(since.value, grace.value, lead.known ? lead.value : null)
        : unknown('filing.sinceDepartureHours', since.why)
    }
    const deadline = facts.get('filing.deadlineHours')
    if (lead.known && deadline.known) return judged(lead.value, deadline.value)
    return firstMissing(facts, ['filing.leadHours', 'filing.deadlineHours', 'filing.graceHours'])!
  },
})
