import type { HttpContext } from '@adonisjs/core/http'
import { CONFLICTS } from '#platform/access/conflicts'
import { ROLE_TEMPLATES } from '#platform/access/role_templates'
import { answerDone, answerFailure, found } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { proposeChange } from '../../actions/access/propose_change.js'
import { createRole } from '../../actions/roles/create_role.js'
import { deleteRole } from '../../actions/roles/delete_role.js'
import { describeRole } from '../../actions/roles/describe_role.js'
import { setRoleTerms } from '../../actions/roles/set_role_terms.js'
import { sidesOf } from '../../access/explain.js'
import { lackedBy } from '../../lacked_by.js'
import { listRequests, listWaivers } from '../../queries/access/list_requests.js'
import { loadSnapshot } from '../../queries/access/load_snapshot.js'
import { getRole, listRoleMembers, listRoles, somebodyElseConfirms } from '../../queries/roles/list_roles.js'
import { roleName } from '#platform/access/role_name'
import { requestLines } from '../../transformers/request_lines.js'
import { rolePage } from '../../transformers/role_page.js'
import { newRoleValidator, permissionsValidator, roleWordsValidator, termsValidator } from '../../validators/roles.js'
import { pathTo, read } from '../form_answers.js'

export default class RolesController {
  async index({ inertia, i18n, officer }: HttpContext) {
    const [roles, snapshot, waivers] = [await listRoles(), await loadSnapshot(), await listWaivers()]
    return inertia.render('administration/roles/index', {
      roles: roles.map((role) => ({
        id: role.id,
        name: roleName(i18n, role),
        description: role.description,
        template: role.template,
        members: role.members,
        permissions: role.permissions.length,
        lacks: lackedBy(role).length,
      })),
      templates: ROLE_TEMPLATES.map(({ code, nameKey }) => ({ code, name: i18n.t(nameKey) })),
      requests: requestLines(await listRequests(), { roles, snapshot, officer, i18n }),
      conflicts: CONFLICTS.map((conflict) => {
        const waiver = waivers.find((each) => each.conflict === conflict.code)
        return {
          code: conflict.code,
          waivable: conflict.scope === 'person',
          ...sidesOf(snapshot, conflict),
          waiver: waiver ? { ...waiver, startedAt: waiver.startedAt.toISOString() } : null,
        }
      }),
      somebodyElse: await somebodyElseConfirms(officer.id),
      may: { manage: officer.permissions.has('roles.manage') },
    })
  }

  async store(ctx: HttpContext) {
    const { description, ...input } = await read(ctx, newRoleValidator)
    const created = await createRole({ ...input, description: description || null })
    if (!created.ok) return answerFailure(ctx, created.error)
    return answerDone(ctx, pathTo(ctx, `roles/${created.value}`), sentence('administration.done_role_created'))
  }

  async show(ctx: HttpContext) {
    const role = found(await getRole(ctx.params.id))
    const members = await listRoleMembers(role.id)
    return ctx.inertia.render('administration/roles/show', rolePage(role, members, ctx.officer, ctx.i18n))
  }

  async update(ctx: HttpContext) {
    const { name, description } = await read(ctx, roleWordsValidator)
    const done = await describeRole(ctx.params.id, { name: name || null, description: description || null })
    if (!done.ok) return answerFailure(ctx, done.error)
    return answerDone(ctx, pathTo(ctx, `roles/${ctx.params.id}`), sentence('common.done_saved'))
  }

  async terms(ctx: HttpContext) {
    const done = await setRoleTerms(ctx.params.id, await read(ctx, termsValidator))
    if (!done.ok) return answerFailure(ctx, done.error)
    return answerDone(ctx, pathTo(ctx, `roles/${ctx.params.id}`), sentence('common.done_saved'))
  }

  async permissions(ctx: HttpContext) {
    found(await getRole(ctx.params.id))
    const { permissions, seen } = await read(ctx, permissionsValidator)
    const done = await proposeChange(
      { kind: 'role_permissions', role: ctx.params.id, before: seen, after: permissions },
      ctx.officer.id
    )
    if (!done.ok) return answerFailure(ctx, done.error)
    return answerDone(ctx, pathTo(ctx, `roles/${ctx.params.id}`), sentence(`administration.done_roles_${done.value}`))
  }

  async destroy(ctx: HttpContext) {
    const done = await deleteRole(ctx.params.id)
    if (!done.ok) return answerFailure(ctx, done.error)
    return answerDone(ctx, pathTo(ctx, 'roles'), sentence('administration.done_role_deleted'))
  }
}
