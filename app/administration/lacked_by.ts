import type { Permission } from '#platform/access/permissions'
import { templateCalled } from '#platform/access/role_templates'
import type { RoleRow } from './queries/roles/list_roles.js'

/** What the template of a role allows and the role does not: it was taken away, or the template gained it since. */
export const lackedBy = ({ template, permissions }: Pick<RoleRow, 'template' | 'permissions'>): Permission[] =>
  (templateCalled(template)?.permissions ?? []).filter((each) => !permissions.includes(each))
