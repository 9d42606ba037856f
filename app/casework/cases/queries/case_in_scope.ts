import { consignmentInScope } from '#app/cargo_register/published'
import { firstRow } from '#platform/tenancy/database'
import { currentScope, type Condition } from '#platform/tenancy/unit_scope'

/** Condition on `cases s`: some of its cargo is of the officer's units, or it is referred to one of them now. */
export function caseInScope(): Condition {
  const scope = consignmentInScope()
  const units = currentScope()?.map(({ id }) => id) ?? []
  return {
    sql: `(exists (select 1 from tenant.case_consignments sx join tenant.consignments c on c.tenant_id = sx.tenant_id and c.id = sx.consignment_id
      where sx.tenant_id = s.tenant_id and sx.case_id = s.id and ${scope.sql})
      or exists (select 1 from tenant.referrals sr where sr.case_id = s.id and sr.unit_id = any (?::uuid[])
        and sr.withdrawn_at is null and sr.ends_at > now()))`,
    bindings: [...scope.bindings, units],
  }
}

/** Whether the current officer may hear of the case with this id. */
export async function isCaseInScope(id: string): Promise<boolean> {
  const scope = caseInScope()
  return (
    (await firstRow(`select 1 from tenant.cases s where s.id = ? and ${scope.sql}`, [id, ...scope.bindings])) !== null
  )
}
