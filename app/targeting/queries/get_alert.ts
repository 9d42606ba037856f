import { firstRow } from '#platform/tenancy/database'
import type { AlertForDecision } from '../policies/alert_policy.js'

export interface AlertRow extends AlertForDecision {
  id: string
  consignment_id: string
  version: number
}

export async function getAlert(id: string): Promise<AlertRow | null> {
  return firstRow<AlertRow>(
    `select id, consignment_id, state, band, claimed_by, decided_by, decided_at, version from tenant.alerts where id = ?`,
    [id]
  )
}
