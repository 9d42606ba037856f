import { firstRow } from '#platform/tenancy/database'
import { alertInScope } from './alert_in_scope.js'

/** What the database calls its phase: the states of the core's workflow that all code asks for. */
export type AlertPhase = 'new' | 'claimed' | 'dismissed' | 'suppressed' | 'merged' | 'promoted' | 'ordered' | 'expired'

export interface AlertRow {
  id: string
  consignment_id: string
  threat: string
  state: AlertPhase
  /** State of its workflow where that is not the phase itself. */
  step: string | null
  workflow_revision: number
  band: string
  claimed_by: string | null
  claimed_at: Date | null
  /** Nobody worked on it for so long that its claim no longer binds. */
  idle: boolean
  decided_by: string | null
  decided_at: Date | null
  merged_into: string | null
  snoozed_until: Date | null
  snoozed_for: string | null
  version: number
}

/** Minutes after which a claim nobody works on goes back to the queue (ROLES_AND_WORKFLOW 5.4 D). */
export const IDLE_MINUTES = 30

export const ALERT_COLUMNS = `a.id, a.consignment_id, a.threat, a.state, a.step, a.workflow_revision, a.band, a.claimed_by, a.claimed_at,
  a.state = 'claimed' and a.snoozed_until is null and coalesce(a.touched_at, a.claimed_at) < now() - make_interval(mins => ${IDLE_MINUTES}) as idle,
  a.decided_by, a.decided_at, a.merged_into, a.snoozed_until, a.snoozed_for, a.version`

/** An alert that the officer's units look at, locked until the unit of work ends: acts on any other find nothing. */
export async function lockAlert(id: string): Promise<AlertRow | null> {
  const scope = alertInScope()
  return firstRow<AlertRow>(
    `select ${ALERT_COLUMNS} from tenant.alerts a where a.id = ? and ${scope.sql} for update of a`,
    [id, ...scope.bindings]
  )
}
