import type { Permission } from '#platform/access/permissions'
import { rows } from '#platform/tenancy/database'
import type { UnitLimits, UnitScope } from '#platform/tenancy/unit_scope'
import type { KindCode } from '../kinds.js'
import { defaultRule, type Rule } from '../rules.js'
import { ruleOf, type StoredRule } from './rule_of.js'

/** An officer who may be told of something, and how. */
export interface Listener {
  id: string
  rule: Rule
  scope: UnitScope
}

/** Those of these officers who are active and may be told of this kind. */
export async function listListeners(
  kind: KindCode,
  permission: Permission | null,
  officers: readonly string[]
): Promise<Listener[]> {
  const found = await rows<StoredRule & { id: string; roles: string[]; units: UnitLimits[] | null }>(
    `select o.id, n.in_app, n.mail, n.min_band, n.ports,
        array(select r.code from tenant.officer_roles x join tenant.roles r on r.id = x.role_id where x.officer_id = o.id order by 1) as roles,
        (select jsonb_agg(jsonb_build_object('id', u.id, 'ports', nullif(u.ports, '{}'), 'threats', nullif(u.threats, '{}')))
           from tenant.unit_officers x join tenant.units u on u.id = x.unit_id where x.officer_id = o.id and u.closed_at is null) as units
       from tenant.officers o left join tenant.notification_rules n on n.officer_id = o.id and n.kind = ?
      where o.id = any (?::uuid[]) and o.state = 'active' and (?::text is null or exists (
        select 1 from tenant.officer_roles x join tenant.role_permissions p on p.role_id = x.role_id
         where x.officer_id = o.id and p.permission = ?))
      order by o.id`,
    [kind, `{${officers.join(',')}}`, permission, permission]
  )
  return found.map(({ id, roles, units, ...stored }) => ({
    id,
    scope: units,
    rule: ruleOf(stored) ?? defaultRule(kind, roles),
  }))
}
