import { firstRow, rows } from '#platform/tenancy/database'
import type { UnitScope } from '#platform/tenancy/unit_scope'
import { loadScope } from './load_scope.js'
import type { Permission } from './permissions.js'
import type { RoleWords } from './role_name.js'
import type { SessionLimits } from './role_templates.js'

/** A user of an administration, with everything policies ask. */
export interface Officer {
  id: string
  /** One for all accounts of a human being: four eyes are counted by it (T30). */
  personId: string
  administrationId: string
  email: string
  name: string
  locale: string
  roles: readonly (RoleWords & { code: string })[]
  roleIds: ReadonlySet<string>
  permissions: ReadonlySet<Permission>
  /** Ports and threats of the officer's units; `null` is the whole administration. */
  scope: UnitScope
  /** Has an authenticator or a passkey. */
  hasFactor: boolean
  /** At least one role demands one. */
  requiresSecondFactor: boolean
  /** The strictest of the roles'. */
  limits: SessionLimits
}

/** What a reset by somebody else takes away for a day: to approve what others prepared (T07). */
const APPROVALS: ReadonlySet<Permission> = new Set([
  'profiles.publish',
  'inspections.approve',
  'inspections.review',
  'alerts.dismiss_high',
  'alerts.supervise',
  'cases.approve',
  'roles.manage',
  'legal_holds.manage',
])

interface OfficerRow {
  id: string
  person_id: string
  tenant_id: string
  email: string
  name: string
  locale: string
  suspended: boolean
  has_factor: boolean
}
interface Grant {
  id: string
  code: string
  name: string | null
  name_key: string | null
  requires_second_factor: boolean
  idle_minutes: number
  absolute_minutes: number
  permission: string | null
}

/** The active officer with this id in the current administration, else `null`; who answers for a filer is none. */
export async function loadOfficer(id: string): Promise<Officer | null> {
  const row = await firstRow<OfficerRow>(
    `select o.id, coalesce(o.same_person_as, o.id) as person_id, o.tenant_id, o.email, o.name, o.locale, coalesce(o.approvals_suspended_until > now(), false) as suspended,
            exists (select 1 from tenant.officer_totp t where t.officer_id = o.id)
              or exists (select 1 from tenant.officer_passkeys k where k.officer_id = o.id) as has_factor
       from tenant.officers o where o.id = ? and o.state = 'active' and o.sender_id is null`,
    [id]
  )
  if (!row) return null
  const granted = await rows<Grant>(
    `select r.id, r.code, r.name, r.name_key, r.requires_second_factor, r.idle_minutes, r.absolute_minutes, p.permission
       from tenant.officer_roles o
       join tenant.roles r on r.tenant_id = o.tenant_id and r.id = o.role_id
       left join tenant.role_permissions p on p.tenant_id = r.tenant_id and p.role_id = r.id
      where o.officer_id = ? order by r.code`,
    [id]
  )
  return {
    id: row.id,
    personId: row.person_id,
    administrationId: row.tenant_id,
    email: row.email,
    name: row.name,
    locale: row.locale,
    scope: await loadScope(id),
    hasFactor: row.has_factor,
    ...ofRoles(granted, row.suspended),
  }
}

function ofRoles(granted: readonly Grant[], suspended: boolean) {
  const permissions = granted.flatMap((grant) => (grant.permission ? [grant.permission as Permission] : []))
  const roles = new Map(granted.map(({ id, code, name, name_key: nameKey }) => [id, { code, name, nameKey }]))
  return {
    roles: [...roles.values()],
    roleIds: new Set(roles.keys()),
    permissions: new Set(suspended ? permissions.filter((each) => !APPROVALS.has(each)) : permissions),
    requiresSecondFactor: granted.some((grant) => grant.requires_second_factor),
    limits: {
      idleMinutes: Math.min(30, ...granted.map((grant) => grant.idle_minutes)),
      absoluteMinutes: Math.min(720, ...granted.map((grant) => grant.absolute_minutes)),
    },
  }
}
