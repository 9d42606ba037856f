import { rows } from '#platform/tenancy/database'
import type { UnitScope } from '#platform/tenancy/unit_scope'

/** What the open units of this officer look at. */
export async function loadScope(officerId: string): Promise<UnitScope> {
  const units = await rows<{ id: string; ports: string[]; threats: string[] }>(
    `select u.id, u.ports, u.threats from tenant.unit_officers o
       join tenant.units u on u.tenant_id = o.tenant_id and u.id = o.unit_id
      where o.officer_id = ? and u.closed_at is null order by u.id`,
    [officerId]
  )
  const limited = units.map(({ id, ports, threats }) => ({ id, ports: someOf(ports), threats: someOf(threats) }))
  const unlimited = limited.some(({ ports, threats }) => ports === null && threats === null)
  return limited.length === 0 || unlimited ? null : limited
}

const someOf = (values: string[]) => (values.length > 0 ? values : null)
