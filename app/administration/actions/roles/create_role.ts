import { err, ok, type Result } from '#core/kernel/result'
import { isPermission } from '#platform/access/permissions'
import { templateCalled } from '#platform/access/role_templates'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { invalid, type Failure } from '#platform/http/failure'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { RoleTerms } from '../../role_terms.js'
import { noteFollowing } from './note_following.js'

export interface NewRole {
  name: string
  description: string | null
  /** `template:<code>` or `role:<id>`. */
  from: string
}

/** A role without members, with the permissions and terms of a template or of another role: nobody gains anything by it. */
export async function createRole(input: NewRole): Promise<Result<string, Failure>> {
  const { id: tenant } = tenancy.current().administration
  const id = uuidv7()
  return unitOfWork(async () => {
    const source = await sourceOf(input.from)
    if (!source) return err(invalid('from', 'administration.no_such_source'))
    if (await firstRow(`select id from tenant.roles where name = ?`, [input.name]))
      return err(invalid('name', 'administration.role_name_taken', { name: input.name }))
    await execute(
      `insert into tenant.roles
         (tenant_id, id, code, name, description, template, requires_second_factor, idle_minutes, absolute_minutes)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        tenant,
        id,
        `own_${id.replaceAll('-', '')}`,
        input.name,
        input.description,
        source.template,
        source.terms.secondFactor,
        source.terms.idleMinutes,
        source.terms.absoluteMinutes,
      ]
    )
    for (const permission of source.permissions)
      await execute(`insert into tenant.role_permissions (tenant_id, role_id, permission) values (?, ?, ?)`, [
        tenant,
        id,
        permission,
      ])
    await noteFollowing(id)
    await recordAction({
      action: 'role.created',
      subject: { kind: 'role', id },
      data: { template: source.template, permissions: source.permissions },
    })
    return ok(id)
  })
}

interface Source {
  template: string | null
  permissions: readonly string[]
  terms: RoleTerms
}

async function sourceOf(from: string): Promise<Source | null> {
  const [kind, name = ''] = from.split(':')
  if (kind === 'template') {
    const template = templateCalled(name)
    if (!template) return null
    const terms = { ...template.session, secondFactor: !tenancy.current().administration.demo }
    return { template: template.code, permissions: template.permissions, terms }
  }
  const role = await firstRow<RoleTerms & { template: string | null }>(
    `select coalesce(template, case when name_key is not null then code end) as template, requires_second_factor as "secondFactor",
            idle_minutes as "idleMinutes", absolute_minutes as "absoluteMinutes" from tenant.roles where id::text = ?`,
    [name]
  )
  if (!role) return null
  const held = await rows<{ permission: string }>(
    `select permission from tenant.role_permissions where role_id::text = ? order by permission`,
    [name]
  )
  const { template, ...terms } = role
  return { template, terms, permissions: held.map(({ permission }) => permission).filter(isPermission) }
}
