import type { I18n } from '@adonisjs/i18n'
import type { Officer } from '#platform/access/officer'
import { PERMISSION_GROUPS } from '#platform/access/permission_catalogue'
import type { UserShowProps } from '../../../resources/pages/administration/users/show.props.js'
import { listSites, sitesOf } from '../queries/places/list_sites.js'
import { listUnits, unitsOf } from '../queries/places/list_units.js'
import { listRoles } from '../queries/roles/list_roles.js'
import { listHandovers, listHeldRoles, type HeldRole, type UserDetail } from '../queries/users/get_user.js'
import { roleName } from '#platform/access/role_name'

/** One officer, what he may do and why, and what the reader may change about it. */
export async function userPage(user: UserDetail, reader: Officer, i18n: I18n): Promise<UserShowProps> {
  const held = await listHeldRoles(user.id)
  const own = reader.id === user.id
  const manages = reader.permissions.has('users.manage') && !own
  const [units, sites] = [await unitsOf(user.id), await sitesOf(user.id)]
  return {
    officer: {
      ...user,
      createdAt: user.createdAt.toISOString(),
      lastSignInAt: user.lastSignInAt?.toISOString() ?? null,
      invitation: user.invitation && {
        mailedAt: user.invitation.mailedAt?.toISOString() ?? null,
        expiresAt: user.invitation.expiresAt.toISOString(),
        expired: user.invitation.expiresAt.getTime() < Date.now(),
      },
    },
    roles: held.map((role) => ({
      id: role.id,
      name: roleName(i18n, role),
      grantedAt: role.grantedAt.toISOString(),
      grantedBy: role.grantedBy,
      confirmedBy: role.confirmedBy,
    })),
    permissions: permissionsOf(held, i18n),
    units: units.map(({ id, name }) => ({ id, name })),
    sites: sites.map(({ id, name }) => ({ id, name })),
    handovers: (await listHandovers(user.id)).map((each) => ({ ...each, at: each.at.toISOString() })),
    choices: {
      roles: (await listRoles()).map((role) => ({ id: role.id, name: roleName(i18n, role) })),
      units: (await listUnits()).filter(({ open }) => open).map(({ id, name }) => ({ id, name })),
      sites: (await listSites()).filter(({ open }) => open).map(({ id, name }) => ({ id, name })),
    },
    may: {
      roles: manages && user.state !== 'disabled',
      places: reader.permissions.has('units.manage') && !own && user.state !== 'disabled',
      reset: manages && user.state === 'active',
      deactivate: manages && user.state === 'active',
      reactivate: manages && user.state === 'disabled',
      invite: manages && user.state === 'invited',
      seeInspections: reader.permissions.has('inspections.read'),
      seeAlerts: reader.permissions.has('alerts.read'),
    },
    own,
  }
}

/** Each permission with the roles that give it, in the order of the catalogue. */
function permissionsOf(held: readonly HeldRole[], i18n: I18n): UserShowProps['permissions'] {
  return PERMISSION_GROUPS.map(({ code, permissions }) => ({
    group: code,
    permissions: permissions.flatMap((permission) => {
      const through = held.filter((role) => role.permissions.includes(permission))
      return through.length === 0 ? [] : [{ permission, through: through.map((role) => roleName(i18n, role)) }]
    }),
  })).filter(({ permissions }) => permissions.length > 0)
}
