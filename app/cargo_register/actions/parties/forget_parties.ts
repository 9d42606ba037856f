import { execute } from '#platform/tenancy/database'

/** Condition on `identity_keys i`: no consignment that is still counted names it. */
export const UNSEEN = `not exists (select 1 from tenant.consignment_history h where h.consignee_key = i.key)
  and not exists (select 1 from tenant.consignment_history h where h.consignor_key = i.key)
  and not exists (select 1 from tenant.history_traces t where t.kind = 'notify' and t.key = i.key)`

/** Forgets these keys where nothing names them any more; a decision that moved nothing that is left goes too, with its words. */
export async function forgetParties(keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return
  await execute(`delete from tenant.identity_keys i where i.key = any(?::text[]) and ${UNSEEN}`, [[...new Set(keys)]])
  await execute(
    `delete from tenant.identity_decisions d where not exists (select 1 from tenant.identity_decision_keys k where k.decision_id = d.id)`
  )
}
