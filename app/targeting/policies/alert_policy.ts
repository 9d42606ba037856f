import { BasePolicy } from '@adonisjs/bouncer'
import type { Officer } from '#platform/access/officer'

export interface AlertForDecision {
  state: 'new' | 'claimed' | 'dismissed' | 'ordered' | 'expired'
  band: string
  claimed_by: string | null
  decided_by: string | null
  decided_at: Date | null
}

/** Undo is for the person who decided, shortly after (EXPERIENCE section 7). */
export const UNDO_SECONDS = 10
/** The clock of the browser and the way there get a little more. */
const GRACE_SECONDS = 5

/** What the permission alone does not settle: state, who holds it, how high it is. */
export default class AlertPolicy extends BasePolicy {
  release(officer: Officer, alert: AlertForDecision) {
    return officer.permissions.has('alerts.triage') && alert.state === 'claimed' && alert.claimed_by === officer.id
  }

  /** A high alert is dismissed by a supervisor only (T40); one held by somebody else by nobody else. */
  dismiss(officer: Officer, alert: AlertForDecision) {
    if (!officer.permissions.has('alerts.triage') || (alert.state !== 'new' && alert.state !== 'claimed')) return false
    if (alert.state === 'claimed' && alert.claimed_by !== officer.id) return false
    return alert.band !== 'high' || officer.permissions.has('alerts.dismiss_high')
  }

  undo(officer: Officer, alert: AlertForDecision) {
    if (alert.state !== 'dismissed' || alert.decided_by !== officer.id || alert.decided_at === null) return false
    return Date.now() - alert.decided_at.getTime() < (UNDO_SECONDS + GRACE_SECONDS) * 1000
  }
}
