import { firstRow, rows } from '#platform/tenancy/database'
import type { OfficerState } from './list_users.js'

export interface UserDetail {
  id: string
  name: string
  email: string
  locale: string
  state: OfficerState
  createdAt: Date
  lastSignInAt: Date | null
  samePersonAs: string | null
  invitation: { mailedAt: Date | null; expiresAt: Date } | null
}

export interface HeldRole {
  id: string
  name: string | null
  nameKey: string | null
  grantedAt: Date
  grantedBy: string | null
  confirmedBy: string | null
  permissions: string[]
}

export async function getUser(id: string): Promise<UserDetail | null> {
  const user = await firstRow<Omit<UserDetail, 'invitation'>>(
    `select o.id, o.name, o.email, o.locale, o.state, o.created_at as "createdAt", f.name as "samePersonAs",
            (select max(e.at) from tenant.audit_entries e where e.actor_id = o.id::text and e.action = 'session.started') as "lastSignInAt"
       from tenant.officers o left join tenant.officers f on f.tenant_id = o.tenant_id and f.id = o.same_person_as
      where o.id = ? and o.sender_id is null`,
    [id]
  )
  if (!user) return null
  const invitation = await firstRow<{ mailedAt: Date | null; expiresAt: Date }>(
    `select mailed_at as "mailedAt", expires_at as "expiresAt" from tenant.invitations
      where officer_id = ? and used_at is null and revoked_at is null order by created_at desc limit 1`,
    [id]
  )
  return { ...user, invitation: user.state === 'invited' ? invitation : null }
}

/** Roles of an officer with what they allow, and who gave them when. */
export const listHeldRoles = (officerId: string): Promise<HeldRole[]> =>
  rows(
    `select r.id, r.name, r.name_key as "nameKey", x.granted_at as "grantedAt", g.name as "grantedBy", c.name as "confirmedBy",
            array(select p.permission from tenant.role_permissions p where p.role_id = r.id order by p.permission) as permissions
       from tenant.officer_roles x
       join tenant.roles r on r.tenant_id = x.tenant_id and r.id = x.role_id
       left join tenant.officers g on g.tenant_id = x.tenant_id and g.id = x.granted_by
       left join tenant.officers c on c.tenant_id = x.tenant_id and c.id = x.confirmed_by
      where x.officer_id = ? order by x.granted_at, r.id`,
    [officerId]
  )

/** What went back to others when an officer was deactivated, the newest first. */
export const listHandovers = (officerId: string): Promise<{ kind: string; id: string; at: Date }[]> =>
  rows(
    `select kind, subject_id as id, at from tenant.officer_handovers where officer_id = ? order by at desc, id limit 200`,
    [officerId]
  )
