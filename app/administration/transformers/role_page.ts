import type { I18n } from '@adonisjs/i18n'
import type { Officer } from '#platform/access/officer'
import { NEEDS_SECOND_PERSON, PERMISSION_GROUPS } from '#platform/access/permission_catalogue'
import { templateCalled } from '#platform/access/role_templates'
import type { RoleShowProps } from '../../../resources/pages/administration/roles/show.props.js'
import type { RoleMember, RoleRow } from '../queries/roles/list_roles.js'
import { lackedBy } from '../lacked_by.js'
import { longestOf, SHORTEST } from '../role_terms.js'
import { roleName } from '#platform/access/role_name'

/** One role, what it allows, and where it differs from the template it began as. */
export function rolePage(role: RoleRow, members: readonly RoleMember[], reader: Officer, i18n: I18n): RoleShowProps {
  const template = templateCalled(role.template)
  const manages = reader.permissions.has('roles.manage')
  return {
    role: {
      id: role.id,
      name: roleName(i18n, role),
      ownName: role.name,
      description: role.description,
      template: template ? i18n.t(template.nameKey) : null,
      permissions: role.permissions,
      lacks: lackedBy(role),
    },
    terms: {
      secondFactor: role.secondFactor,
      idleMinutes: role.idleMinutes,
      absoluteMinutes: role.absoluteMinutes,
      shortest: SHORTEST,
      longest: longestOf(role.template),
    },
    groups: PERMISSION_GROUPS.map(({ code, permissions }) => ({
      code,
      permissions: permissions.map((permission) => ({
        permission,
        inTemplate: template ? template.permissions.includes(permission) : null,
        needsSecondPerson: NEEDS_SECOND_PERSON.has(permission),
      })),
    })),
    members: members.map((member) => ({ ...member, grantedAt: member.grantedAt.toISOString() })),
    may: { edit: manages, remove: manages && members.length === 0 },
    held: members.some(({ id }) => id === reader.id),
  }
}
