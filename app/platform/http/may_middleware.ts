import { errors } from '@adonisjs/bouncer'
import { AuthorizationResponse } from '@adonisjs/bouncer'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import type { Permission } from '#platform/access/permissions'

/**
 * `.use(middleware.may('alerts.read'))`: the permission a route needs, declared where the route
 * stands, so that the role × route matrix can be read from the router and tested.
 * What a policy asks beyond it (unit, state, persons) is asked by the controller.
 */
export default class MayMiddleware {
  async handle(ctx: HttpContext, next: NextFn, permission: Permission) {
    if (!ctx.officer.permissions.has(permission)) {
      throw new errors.E_AUTHORIZATION_FAILURE(AuthorizationResponse.deny())
    }
    return next()
  }
}
