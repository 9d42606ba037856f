import { firstRow } from '#platform/tenancy/database'

/** Whether this officer works here and on cases. */
export const mayHold = async (officerId: string): Promise<boolean> =>
  (await firstRow(
    `select 1 from tenant.officers o
       join tenant.officer_roles r on r.tenant_id = o.tenant_id and r.officer_id = o.id
       join tenant.role_permissions p on p.tenant_id = r.tenant_id and p.role_id = r.role_id and p.permission = 'cases.work'
      where o.id = ? and o.state = 'active' limit 1`,
    [officerId]
  )) !== null
