import { announce } from '#platform/events/announce'
import { notifyLive } from '#platform/live/notify'
import './events.js'

/** What an instruction is about: a case that is held or released, or an order that is selected. One of them. */
export interface About {
  caseId: string | null
  orderId: string | null
}

/** Subject of the audit. */
export const subjectOf = ({ caseId, orderId }: About) =>
  caseId === null ? { kind: 'inspection', id: orderId! } : { kind: 'case', id: caseId }

/** Open pages show what became of it. */
export const changed = ({ caseId, orderId }: About): Promise<void> =>
  caseId === null ? notifyLive('inspection:changed', orderId!) : notifyLive('case:changed', caseId)

/** Somebody has to look: refused, not delivered, not answered. */
export const troubled = ({ caseId, orderId }: About): Promise<void> =>
  caseId === null ? announce('selection:troubled', { orderId: orderId! }) : announce('instruction:troubled', { caseId })
