import type { HttpContext } from '@adonisjs/core/http'
import { readInput } from '#platform/http/answers'
import { todayIn } from '#platform/tenancy/today'
import { permitView } from '../permit_view.js'
import { listPermits, PERMITS_PER_PAGE } from '../queries/list_permits.js'
import { permitListValidator } from '../validators/permits.js'

/** Permits of agencies as national systems tell of them, also those that fit no cargo that is known here. */
export default class PermitsController {
  async index(ctx: HttpContext) {
    const { view = 'all', search, page = 1 } = await readInput(ctx, permitListValidator, 'permits')
    const today = todayIn(ctx.administration!.timezone)
    const { lines, total } = await listPermits({ view, search, page, today })
    return ctx.inertia.render('permits/index', {
      view,
      search,
      permits: lines.map((each) => permitView(each, ctx.officer, today)),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / PERMITS_PER_PAGE)),
    })
  }
}
