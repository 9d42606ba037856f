import { templateCalled } from '#platform/access/role_templates'
import { execute } from '#platform/tenancy/database'
import { lackedBy } from '../../lacked_by.js'
import { getRole } from '../../queries/roles/list_roles.js'

/** A role follows its template as long as it has just its permissions; noted whenever they were written (ADR 0052). */
export async function noteFollowing(id: string): Promise<void> {
  const role = (await getRole(id))!
  const model = templateCalled(role.template)
  const follows = model?.permissions.length === role.permissions.length && lackedBy(role).length === 0
  await execute(`update tenant.roles set follows_template = ? where id = ?`, [follows, id])
}
