import { portsInScope, type Condition } from '#platform/tenancy/unit_scope'
import { consignmentInScope } from '../consignment_in_scope.js'

/** Condition on `identity_keys k`: a consignment the officer's units look at names it. Who is limited to no port sees every party. */
export const partyInScope = (): Condition => {
  const scope = consignmentInScope()
  return {
    sql: `(?::text[] is null or exists (
      select 1 from (select consignment_id from tenant.consignment_history where consignee_key = k.key
          union all select consignment_id from tenant.consignment_history where consignor_key = k.key
          union all select consignment_id from tenant.history_traces where kind = 'notify' and key = k.key) n
        join tenant.consignments c on c.id = n.consignment_id where ${scope.sql}))`,
    bindings: [portsInScope(), ...scope.bindings],
  }
}
