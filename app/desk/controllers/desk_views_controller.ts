import type { HttpContext } from '@adonisjs/core/http'
import { answerDone, answerFailure } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { removeDeskView, saveDeskView } from '../actions/save_desk_view.js'
import { deskViewValidator } from '../validators/desk.js'

/** Saved queues: named, kept, shared with a unit, thrown away. */
export default class DeskViewsController {
  async store(ctx: HttpContext) {
    const { name, shareWith, ...filters } = await ctx.request.validateUsing(deskViewValidator)
    const kept = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined)) as Record<
      string,
      string
    >
    const saved = await saveDeskView(ctx.officer.id, { name, filters: kept, unit: shareWith })
    if (!saved.ok) return answerFailure(ctx, saved.error)
    return answerDone(ctx, triagePath(ctx), sentence('triage.view_saved', { name }))
  }

  async destroy(ctx: HttpContext) {
    const removed = await removeDeskView(ctx.officer.id, ctx.params.id)
    return removed.ok
      ? answerDone(ctx, triagePath(ctx), sentence('triage.view_removed'))
      : answerFailure(ctx, removed.error)
  }
}

const triagePath = ({ params }: HttpContext) => `/a/${params.code}/triage`
