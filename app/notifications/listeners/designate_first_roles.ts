import { execute } from '#platform/tenancy/database'

/** Roles that are told of alerts until the administration decides otherwise. */
const TOLD = ['analyst', 'supervisor']

/** A new administration starts with somebody to tell. */
export async function designateFirstRoles(): Promise<void> {
  await execute(
    `insert into tenant.alert_designations (tenant_id, threat, role_id)
     select tenant_id, 'ALL', id from tenant.roles where code = any (?::text[]) on conflict do nothing`,
    [`{${TOLD.join(',')}}`]
  )
}
