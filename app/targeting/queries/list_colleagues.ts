import db from '@adonisjs/lucid/services/db'
import { firstRow, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { UnitScope } from '#platform/tenancy/unit_scope'

/** Somebody who may decide alerts. */
export interface Colleague {
  id: string
  name: string
  /** Open alerts in their hands. */
  held: number
  /** At a screen within the last half hour. */
  here: boolean
  /** Who stands in now; set while absent. */
  substitute: string | null
  absent: boolean
  scope: UnitScope
}

interface ColleagueRow extends Omit<Colleague, 'here' | 'scope'> {
  units: { id: string; ports: string[]; threats: string[] }[]
}

/** Who may decide alerts in this administration, by name; at most 500. */
export async function listColleagues(): Promise<Colleague[]> {
  const here = await signedIn()
  const found = await rows<ColleagueRow>(
    `select o.id, o.name, (select count(*)::int from tenant.alerts a where a.claimed_by = o.id and a.state = 'claimed') as held,
            x.officer_id is not null as absent, x.substitute_id as substitute,
            coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'ports', u.ports, 'threats', u.threats)) from tenant.unit_officers m
              join tenant.units u on u.tenant_id = m.tenant_id and u.id = m.unit_id where m.officer_id = o.id and u.closed_at is null), '[]') as units
       from tenant.officers o
       left join lateral (select officer_id, substitute_id from tenant.officer_absences x
         where x.officer_id = o.id and x.ended_at is null and now() between x.from_at and x.until limit 1) as x on true
      where o.state = 'active' and exists (select 1 from tenant.officer_roles r
        join tenant.role_permissions p on p.tenant_id = r.tenant_id and p.role_id = r.role_id
       where r.officer_id = o.id and p.permission = 'alerts.triage')
      order by o.name, o.id limit 500`
  )
  return found.map(({ units, ...officer }) => ({ ...officer, here: here.has(officer.id), scope: scopeOf(units) }))
}

const someOf = (values: string[]) => (values.length > 0 ? values : null)
function scopeOf(units: ColleagueRow['units']): UnitScope {
  const limited = units.map(({ id, ports, threats }) => ({ id, ports: someOf(ports), threats: someOf(threats) }))
  return limited.length === 0 || limited.some(({ ports, threats }) => !ports && !threats) ? null : limited
}

async function signedIn(): Promise<Set<string>> {
  const { id } = tenancy.current().administration
  const active = (await db
    .connection('auth')
    .rawQuery(
      `select distinct person_id from control.sessions where guard = 'officer' and administration_id = ? and last_seen_at > now() - interval '30 minutes'`,
      [id]
    )) as { rows: { person_id: string }[] }
  return new Set(active.rows.map((row) => row.person_id))
}

/** Port that the manifest of an alert's cargo names; `null`: not known. */
export const portOfAlert = async (alertId: string): Promise<string | null> =>
  (
    await firstRow<{ port: string | null }>(
      `select m.port from tenant.alerts a join tenant.consignments c on c.id = a.consignment_id
         join tenant.manifests m on m.id = c.manifest_id where a.id = ?`,
      [alertId]
    )
  )?.port ?? null
