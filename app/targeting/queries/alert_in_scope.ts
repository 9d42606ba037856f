import { firstRow } from '#platform/tenancy/database'
import { currentScope, type Condition } from '#platform/tenancy/unit_scope'

/**
 * Condition on `alerts a`: of a port *and* a threat that one and the same unit of the officer looks
 * at. Two units together do not make a third.
 */
export const ALERT_IN_SCOPE = `(?::jsonb is null or exists (
  select 1 from jsonb_to_recordset(?::jsonb) as su (ports text[], threats text[])
    join tenant.consignments sc on sc.id = a.consignment_id
    join tenant.manifests sm on sm.id = sc.manifest_id
   where (su.threats is null or a.threat = any(su.threats)) and (su.ports is null or sm.port is null or sm.port = any(su.ports))))`

export function alertInScope(): Condition {
  const scope = currentScope() && JSON.stringify(currentScope())
  return { sql: ALERT_IN_SCOPE, bindings: [scope, scope] }
}

/** Whether the current officer may hear of the alert with this id. */
export async function isAlertInScope(id: string): Promise<boolean> {
  const scope = alertInScope()
  return (
    (await firstRow(`select 1 from tenant.alerts a where a.id = ? and ${scope.sql}`, [id, ...scope.bindings])) !== null
  )
}
