import { endSessionsOf } from '#platform/access/sessions'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { afterCommit, execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { added, removed, type AccessChange, type PermissionsChange } from '../../access/change.js'
import { noteFollowing } from '../roles/note_following.js'

/** Who asked for it, and who confirmed it where somebody had to. */
export interface GrantedBy {
  requestedBy: string
  confirmedBy: string | null
}

/** Writes a change that was judged, inside the unit that holds access. */
export async function applyChange(change: AccessChange, by: GrantedBy): Promise<void> {
  if (change.kind === 'officer_roles') return applyRoles(change, by)
  if (change.kind === 'role_permissions') return applyPermissions(change, by)
  const id = uuidv7()
  await execute(
    `insert into tenant.conflict_waivers (tenant_id, id, conflict, reason, requested_by, confirmed_by) values (?, ?, ?, ?, ?, ?)`,
    [tenancy.current().administration.id, id, change.conflict, change.reason, by.requestedBy, by.confirmedBy]
  )
  await recordAction({
    action: 'conflict.waived',
    subject: { kind: 'conflict', id: change.conflict },
    data: { waiver: id, ...by },
  })
}

async function applyRoles(change: Extract<AccessChange, { kind: 'officer_roles' }>, by: GrantedBy): Promise<void> {
  const { administration } = tenancy.current()
  for (const role of removed(change))
    await execute(`delete from tenant.officer_roles where officer_id = ? and role_id = ?`, [change.officer, role])
  for (const role of added(change))
    await execute(
      `insert into tenant.officer_roles (tenant_id, officer_id, role_id, granted_by, confirmed_by) values (?, ?, ?, ?, ?)`,
      [administration.id, change.officer, role, by.requestedBy, by.confirmedBy]
    )
  await recordAction({
    action: 'officer.roles_changed',
    subject: { kind: 'officer', id: change.officer },
    data: { added: added(change), removed: removed(change), ...by },
  })
  // Whoever gets or loses a role begins a new session with it (T04).
  await afterCommit(() => endSessionsOf(administration.id, change.officer))
}

async function applyPermissions(change: PermissionsChange, by: GrantedBy): Promise<void> {
  await writePermissions(change)
  await recordAction({
    action: 'role.permissions_changed',
    subject: { kind: 'role', id: change.role },
    data: { added: added(change), removed: removed(change), ...by },
  })
}

export async function writePermissions(change: PermissionsChange): Promise<void> {
  for (const permission of removed(change))
    await execute(`delete from tenant.role_permissions where role_id = ? and permission = ?`, [change.role, permission])
  for (const permission of added(change))
    await execute(`insert into tenant.role_permissions (tenant_id, role_id, permission) values (?, ?, ?)`, [
      tenancy.current().administration.id,
      change.role,
      permission,
    ])
  await noteFollowing(change.role)
}
