import { firstRow } from '#platform/tenancy/database'
import { portsInScope, type Condition } from '#platform/tenancy/unit_scope'
import { tenancy } from '#platform/tenancy/tenant_context'

/**
 * Condition on `received_messages r`: hidden when it is known to be of other units' ports alone.
 * What one handed in oneself stays in sight, wherever it belongs.
 */
export const receivedInScope = (): Condition => ({
  sql: `(?::text[] is null or r.submitted_by::text = ?
    or not exists (select 1 from tenant.messages sm where sm.received_message_id = r.id and sm.manifest_id is not null)
    or exists (select 1 from tenant.messages sm join tenant.manifests sf on sf.id = sm.manifest_id
      where sm.received_message_id = r.id and (sf.port is null or sf.port = any(?::text[]))))`,
  bindings: [portsInScope(), tenancy.current().actor.id, portsInScope()],
})

export async function isReceivedInScope(id: string): Promise<boolean> {
  const scope = receivedInScope()
  const found = await firstRow(`select 1 from tenant.received_messages r where r.id = ? and ${scope.sql}`, [
    id,
    ...scope.bindings,
  ])
  return found !== null
}
