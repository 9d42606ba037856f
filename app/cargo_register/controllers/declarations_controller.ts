import type { HttpContext } from '@adonisjs/core/http'
import { readInput } from '#platform/http/answers'
import { declarationView } from '../declaration_view.js'
import { DECLARATIONS_PER_PAGE, listDeclarations } from '../queries/list_declarations.js'
import { declarationListValidator } from '../validators/declarations.js'

/** What national systems declared, also what fits no cargo that is known here. */
export default class DeclarationsController {
  async index(ctx: HttpContext) {
    const { view = 'all', page = 1 } = await readInput(ctx, declarationListValidator, 'declarations')
    const { lines, total } = await listDeclarations(view, page)
    return ctx.inertia.render('declarations/index', {
      view,
      declarations: lines.map((each) => declarationView(each, ctx.officer)),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / DECLARATIONS_PER_PAGE)),
    })
  }
}
