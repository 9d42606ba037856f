import type { WorkflowStep } from '../../../resources/pages/consignments/show.props.js'
import type { AlertView } from '../../../resources/pages/triage/index.props.js'
import type { CargoEventView } from '#app/cargo_register/published'
import type { OrderBrief } from '#app/casework/published'
import type { AssessmentRecord } from '../queries/get_assessment.js'
import type { ConsignmentHead } from '../queries/get_consignment.js'

export interface Happened {
  head: ConsignmentHead
  assessment: AssessmentRecord | null
  alerts: readonly AlertView[]
  /** Actual arrival of the call. */
  arrivedAt: Date | null
  events: readonly CargoEventView[]
  orders: readonly OrderBrief[]
}

type Step = WorkflowStep
const step = (name: string, state: Step['state'], at: Date | string | null = null, by: string | null = null): Step => ({
  name,
  state,
  by,
  at: at instanceof Date ? at.toISOString() : at,
  revision: null,
})

/** What has happened to a consignment so far, as history and progress. */
export function workflowSteps(happened: Happened, officerId: string): Step[] {
  const { head, assessment, alerts, arrivedAt } = happened
  return [
    { ...step('filed', 'done', head.first_registered_at), revision: head.revision },
    {
      ...step('assessed', assessment ? 'done' : 'now', assessment?.assessed_at ?? null),
      revision: assessment?.revision ?? null,
    },
    review(alerts, officerId),
    decision(happened),
    step('arrival', arrivedAt ? 'done' : 'next', arrivedAt),
    ...inspection(happened),
    released(happened),
  ]
}

function review(alerts: readonly AlertView[], officerId: string): Step {
  const held = alerts.find((alert) => alert.holder)?.holder
  if (held) return step('review', 'now', held.since, held.id === officerId ? null : held.name)
  const decided = alerts.find((alert) => alert.dismissal)?.dismissal
  if (decided) return step('review', 'done', decided.at, decided.by)
  if (alerts.some(({ state }) => state === 'ordered')) return step('review', 'done')
  if (alerts.some(({ state }) => state === 'expired')) return step('review', 'refused')
  return step('review', alerts.length > 0 ? 'now' : 'skipped')
}

function decision({ alerts, orders }: Happened): Step {
  if (alerts.length === 0 || alerts.some(({ state }) => state === 'open' || state === 'claimed'))
    return step('decision', 'next')
  if (alerts.every(({ state }) => state === 'expired')) return step('decision', 'refused')
  const dismissed = alerts.find((alert) => alert.dismissal)?.dismissal
  return step('decision', 'done', orders[0]?.orderedAt ?? dismissed?.at ?? null, orders[0] ? null : dismissed?.by)
}

/** The newest order that was not taken back, and what it came to. */
function inspection({ orders }: Happened): Step[] {
  const order = orders.find(({ state }) => state !== 'cancelled')
  if (!order) return [step('inspection', 'next'), step('outcome', 'next')]
  const failed = order.state === 'missed' || order.state === 'refused'
  const over = order.state === 'done' || order.state === 'reviewed'
  return [
    step('inspection', failed ? 'refused' : over ? 'done' : 'now', failed || over ? order.closedAt : order.orderedAt),
    step('outcome', order.state === 'reviewed' ? 'done' : over ? 'now' : failed ? 'skipped' : 'next', order.outcomeAt),
  ]
}

function released({ events }: Happened): Step {
  const left = events.find(({ kind, at, replaced }) => at !== null && !replaced && kind !== 'discharge')
  return step(left?.kind === 'gate_out' ? 'gate_out' : 'release', left ? 'done' : 'next', left?.at ?? null)
}
