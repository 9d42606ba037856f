import type { WorkflowStep } from '../../../resources/pages/consignments/show.props.js'
import type { AlertView } from '../../../resources/pages/triage/index.props.js'
import type { AssessmentRecord } from '../queries/get_assessment.js'
import type { ConsignmentHead } from '../queries/get_consignment.js'

/** What has happened to a consignment so far, as history and progress. */
export function workflowSteps(
  head: ConsignmentHead,
  assessment: AssessmentRecord | null,
  alerts: readonly AlertView[],
  officerId: string
): WorkflowStep[] {
  const held = alerts.find((alert) => alert.holder)
  const open = alerts.some((alert) => alert.state !== 'dismissed')
  const decided = alerts.find((alert) => alert.dismissal)
  return [
    { name: 'filed', state: 'done', by: null, at: head.first_registered_at.toISOString(), revision: head.revision },
    {
      name: 'assessed',
      state: assessment ? 'done' : 'now',
      by: null,
      at: assessment?.assessed_at.toISOString() ?? null,
      revision: assessment?.revision ?? null,
    },
    review(held, decided, alerts.length > 0, officerId),
    {
      name: 'decision',
      state: open || alerts.length === 0 ? 'next' : 'done',
      by: open ? null : (decided?.dismissal?.by ?? null),
      at: open ? null : (decided?.dismissal?.at ?? null),
      revision: null,
    },
  ]
}

function review(
  held: AlertView | undefined,
  decided: AlertView | undefined,
  alerted: boolean,
  officerId: string
): WorkflowStep {
  if (held?.holder)
    return {
      name: 'review',
      state: 'now',
      by: held.holder.id === officerId ? null : held.holder.name,
      at: held.holder.since,
      revision: null,
    }
  if (decided)
    return { name: 'review', state: 'done', by: decided.dismissal!.by, at: decided.dismissal!.at, revision: null }
  return { name: 'review', state: alerted ? 'now' : 'skipped', by: null, at: null, revision: null }
}
