import { isPermission } from '#platform/access/permissions'
import { templateCalled } from '#platform/access/role_templates'
import { recordAction } from '#platform/audit/record'
import { unitOfWork } from '#platform/tenancy/database'
import { added, removed, type PermissionsChange } from '../access/change.js'
import { judge } from '../access/judge.js'
import { loadSnapshot } from '../queries/access/load_snapshot.js'
import { listRoles } from '../queries/roles/list_roles.js'
import { writePermissions } from '../actions/access/apply_change.js'
import { holdAccess } from '../actions/access/hold_access.js'

/** Nobody of the administration asks for it. */
const UPGRADE = 'upgrade'

/**
 * Roles that are as their template made them become as it is now. What a person would have to confirm, or what brings
 * somebody a conflict of duty, is left: the page of the role tells what it lacks, and people decide (ADR 0052).
 */
export async function followTemplates(): Promise<void> {
  await unitOfWork(async () => {
    await holdAccess()
    for (const { id, follows, template, permissions } of await listRoles()) {
      const model = templateCalled(template)
      if (!follows || !model) continue
      const change: PermissionsChange = {
        kind: 'role_permissions',
        role: id,
        before: permissions.filter(isPermission),
        after: model.permissions,
      }
      if (added(change).length + removed(change).length === 0) continue
      if (judge(await loadSnapshot(), change, UPGRADE).is !== 'allowed') continue
      await writePermissions(change)
      await recordAction({
        action: 'role.template_followed',
        subject: { kind: 'role', id },
        data: { added: added(change), removed: removed(change) },
      })
    }
  })
}
