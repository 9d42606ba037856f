import type { HttpContext } from '@adonisjs/core/http'
import { readInput } from '#platform/http/answers'
import { listToldResults, TOLD_PER_PAGE } from '../queries/told_results.js'
import { toldResultView } from '../told/told_result_view.js'
import { toldListValidator } from '../validators/told_results.js'

/** What national systems told of examinations, also of cargo and orders that are none of ours. */
export default class ToldResultsController {
  async index(ctx: HttpContext) {
    const { view = 'all', search, page = 1 } = await readInput(ctx, toldListValidator, 'examinations')
    const { lines, total } = await listToldResults(view, search, page)
    return ctx.inertia.render('examinations/index', {
      view,
      search,
      examinations: lines.map((each) => toldResultView(each, ctx.officer)),
      total,
      page,
      pages: Math.max(1, Math.ceil(total / TOLD_PER_PAGE)),
    })
  }
}
