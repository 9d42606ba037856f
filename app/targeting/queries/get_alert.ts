import { firstRow } from '#platform/tenancy/database'
import type { AlertForDecision } from '../policies/alert_policy.js'
import { alertInScope } from './alert_in_scope.js'

export interface AlertRow extends AlertForDecision {
  id: string
  consignment_id: string
  version: number
}

/** An alert that the officer's units look at: acts on any other find nothing. */
export async function getAlert(id: string): Promise<AlertRow | null> {
  const scope = alertInScope()
  return firstRow<AlertRow>(
    `select a.id, a.consignment_id, a.state, a.band, a.claimed_by, a.decided_by, a.decided_at, a.version from tenant.alerts a where a.id = ? and ${scope.sql}`,
    [id, ...scope.bindings]
  )
}
