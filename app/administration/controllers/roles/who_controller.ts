import type { HttpContext } from '@adonisjs/core/http'
import { PERMISSION_GROUPS } from '#platform/access/permission_catalogue'
import { recordAction } from '#platform/audit/record'
import { unitOfWork } from '#platform/tenancy/database'
import { whoCan } from '../../queries/access/who_can.js'
import { roleName } from '#platform/access/role_name'
import { whoValidator } from '../../validators/roles.js'
import { read } from '../form_answers.js'

/** "Who can do this?": the people behind a permission. */
export default class WhoController {
  async show(ctx: HttpContext) {
    const { permission, print } = await read(ctx, whoValidator)
    if (print) await unitOfWork(() => recordAction({ action: 'access.printed', data: { permission } }))
    return ctx.inertia.render('administration/who', {
      groups: PERMISSION_GROUPS.map(({ code, permissions }) => ({ code, permissions: [...permissions] })),
      permission,
      holders: (await whoCan(permission)).map(({ role, since, ...holder }) => ({
        ...holder,
        role: roleName(ctx.i18n, role),
        since: since.toISOString(),
      })),
      print: print !== '',
      at: new Date().toISOString(),
    })
  }
}
