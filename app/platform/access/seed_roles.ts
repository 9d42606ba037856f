import { execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { uuidv7 } from '#platform/database/uuid'
import { ROLE_TEMPLATES } from './role_templates.js'

/**
 * Gives the current administration the roles of the templates it does not have yet. Those of a
 * demonstration let people in by password alone (DECISIONS 12).
 */
export async function seedRoles(): Promise<void> {
  const { id: tenant, demo } = tenancy.current().administration
  for (const template of ROLE_TEMPLATES) {
    const existing = await firstRow(`select id from tenant.roles where code = ?`, [template.code])
    if (existing) continue
    const id = uuidv7()
    await execute(
      `
      insert into tenant.roles (tenant_id, id, code, name_key, requires_second_factor, idle_minutes, absolute_minutes, follows_template)
      values (?, ?, ?, ?, ?, ?, ?, true)`,
      [
        tenant,
        id,
        template.code,
        template.nameKey,
        !demo,
        template.session.idleMinutes,
        template.session.absoluteMinutes,
      ]
    )
    for (const permission of template.permissions) {
      await execute(`insert into tenant.role_permissions (tenant_id, role_id, permission) values (?, ?, ?)`, [
        tenant,
        id,
        permission,
      ])
    }
  }
}
