import type { HttpContext } from '@adonisjs/core/http'
import { answerDone, answerFailure, found } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { inviteOfficer } from '../../actions/users/invite_officer.js'
import { listSites } from '../../queries/places/list_sites.js'
import { listUnits } from '../../queries/places/list_units.js'
import { listRoles } from '../../queries/roles/list_roles.js'
import { getUser } from '../../queries/users/get_user.js'
import { listOfficerNames, listUsers, USERS_PER_PAGE } from '../../queries/users/list_users.js'
import { roleName } from '#platform/access/role_name'
import { userPage } from '../../transformers/user_page.js'
import { inviteValidator, userFilterValidator } from '../../validators/users.js'
import { pathTo, read } from '../form_answers.js'

export default class UsersController {
  async index(ctx: HttpContext) {
    const { i18n, officer, inertia } = ctx
    const asked = await read(ctx, userFilterValidator)
    const filters = {
      q: asked.q || null,
      role: asked.role || null,
      unit: asked.unit || null,
      state: asked.state || null,
    }
    const { users, total } = await listUsers({ ...filters, page: asked.page })
    const [units, sites, roles] = [await listUnits(), await listSites(), await listRoles()]
    return inertia.render('administration/users/index', {
      users: users.map(({ total: _total, ...user }) => ({
        ...user,
        roles: user.roles.map((role) => roleName(i18n, role)),
      })),
      filters,
      total,
      page: asked.page,
      pages: Math.max(1, Math.ceil(total / USERS_PER_PAGE)),
      roles: roles.map((role) => ({ id: role.id, name: roleName(i18n, role) })),
      units: named(units),
      sites: named(sites),
      people: officer.permissions.has('users.manage') ? await listOfficerNames() : [],
      may: { invite: officer.permissions.has('users.manage') },
    })
  }

  async store(ctx: HttpContext) {
    const { samePersonAs, ...input } = await read(ctx, inviteValidator())
    const invited = await inviteOfficer({ ...input, samePersonAs: samePersonAs || null }, ctx.officer.id)
    if (!invited.ok) return answerFailure(ctx, invited.error)
    const { id, roles } = invited.value
    return answerDone(ctx, pathTo(ctx, `users/${id}`), sentence(`administration.done_invited_${roles}`))
  }

  async show(ctx: HttpContext) {
    const user = found(await getUser(ctx.params.id))
    return ctx.inertia.render('administration/users/show', await userPage(user, ctx.officer, ctx.i18n))
  }
}

const named = (places: readonly { id: string; name: string; open: boolean }[]) =>
  places.filter(({ open }) => open).map(({ id, name }) => ({ id, name }))
