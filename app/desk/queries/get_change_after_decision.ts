import { changesBetween, type CargoEventView, type RevisionLine } from '#app/cargo_register/published'
import type { OrderBrief } from '#app/casework/published'
import type { ChangedAfterDecision } from '../../../resources/pages/consignments/show.props.js'
import type { AlertView } from '../../../resources/pages/triage/index.props.js'
import { shownChanges } from '../transformers/revisions.js'
import type { ConsignmentHead } from './get_consignment.js'
import type { RevisionScore } from './list_revision_scores.js'

interface Decided {
  alerts: readonly AlertView[]
  orders: readonly OrderBrief[]
  events: readonly CargoEventView[]
}

/** What came after the last decision on a consignment and makes it another one than was decided on. */
export async function getChangeAfterDecision(
  head: ConsignmentHead,
  decided: Decided,
  revisions: readonly RevisionLine[],
  scores: ReadonlyMap<number, RevisionScore>
): Promise<ChangedAfterDecision | null> {
  const last = lastDecision(decided)
  const seen = last && revisions.find(({ registeredAt }) => registeredAt <= last.at)
  if (!last || !seen || seen.revision === head.revision) return null
  const closed = head.state === 'removed' || head.state === 'cancelled'
  const changes = await changesBetween(head.id, seen.revision, head.revision)
  if (changes.length === 0 && !closed) return null
  return {
    decision: last.decision,
    at: last.at.toISOString(),
    from: seen.revision,
    to: head.revision,
    closed,
    fields: shownChanges(changes),
    scoreBefore: scores.get(seen.revision)?.score ?? null,
    scoreAfter: scores.get(head.revision)?.score ?? null,
  }
}

interface Decision {
  decision: ChangedAfterDecision['decision']
  at: Date
}

function lastDecision({ alerts, orders, events }: Decided): Decision | null {
  const all: Decision[] = [
    ...alerts.flatMap(({ dismissal }) =>
      dismissal ? [{ decision: 'dismissed' as const, at: new Date(dismissal.at) }] : []
    ),
    ...orders
      .filter(({ state }) => state !== 'cancelled')
      .map(({ orderedAt }) => ({ decision: 'ordered' as const, at: orderedAt })),
    ...events
      .filter(({ kind, at, replaced }) => kind !== 'discharge' && at !== null && !replaced)
      .map(({ kind, recordedAt }) => ({
        decision: kind === 'gate_out' ? ('gate_out' as const) : ('released' as const),
        at: recordedAt,
      })),
  ]
  return all.sort((a, b) => b.at.getTime() - a.at.getTime())[0] ?? null
}
