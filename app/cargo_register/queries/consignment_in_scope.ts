import { firstRow } from '#platform/tenancy/database'
import { portInScope, portsInScope, type Condition } from '#platform/tenancy/unit_scope'

/**
 * Condition on `consignments c`: the officer's units look at its port, or it is not known yet. The
 * heading of its manifest says the port, so cargo is seen with its ship and not by where its owner lives.
 */
export const consignmentInScope = (): Condition => ({
  sql: `(?::text[] is null or exists (select 1 from tenant.manifests sm
    where sm.id = c.manifest_id and (sm.port is null or sm.port = any(?::text[]))))`,
  bindings: [portsInScope(), portsInScope()],
})

/** Whether the current officer may hear of what has this id. */
export async function isConsignmentInScope(id: string): Promise<boolean> {
  const scope = consignmentInScope()
  const found = await firstRow(`select 1 from tenant.consignments c where c.id = ? and ${scope.sql}`, [
    id,
    ...scope.bindings,
  ])
  return found !== null
}

export async function isCallInScope(id: string): Promise<boolean> {
  const scope = portInScope()
  return (await firstRow(`select 1 from tenant.calls where id = ? and ${scope.sql}`, [id, ...scope.bindings])) !== null
}
