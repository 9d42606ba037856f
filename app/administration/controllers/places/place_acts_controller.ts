import type { HttpContext } from '@adonisjs/core/http'
import type { Result } from '#core/kernel/result'
import { answerDone, answerFailure } from '#platform/http/answers'
import { sentence, type Failure } from '#platform/http/failure'
import { addMember, removeMember } from '../../actions/places/change_members.js'
import { closePlace, reopenPlace } from '../../actions/places/close_place.js'
import type { PlaceKind } from '../../place_kinds.js'
import { memberValidator } from '../../validators/places.js'
import { pathTo, read } from '../form_answers.js'

/** What units and sites have in common: members, closing, opening again. */
export default class PlaceActsController {
  async add(ctx: HttpContext) {
    const { officer } = await read(ctx, memberValidator)
    return this.#answer(ctx, await addMember(kindOf(ctx), ctx.params.id, officer), 'done_member_added')
  }

  async remove(ctx: HttpContext) {
    const removed = await removeMember(kindOf(ctx), ctx.params.id, ctx.params.officer)
    return this.#answer(ctx, removed, 'done_member_removed')
  }

  async close(ctx: HttpContext) {
    return this.#answer(ctx, await closePlace(kindOf(ctx), ctx.params.id), 'done_closed')
  }

  async reopen(ctx: HttpContext) {
    return this.#answer(ctx, await reopenPlace(kindOf(ctx), ctx.params.id), 'done_reopened')
  }

  #answer(ctx: HttpContext, result: Result<null, Failure>, said: string) {
    if (!result.ok) return answerFailure(ctx, result.error)
    return answerDone(ctx, pathTo(ctx, `${kindOf(ctx)}s/${ctx.params.id}`), sentence(`administration.${said}`))
  }
}

/** The route says which of the two it is about: `units.…` or `sites.…`. */
const kindOf = ({ route }: HttpContext): PlaceKind => (route!.name!.startsWith('units.') ? 'unit' : 'site')
