import type { HttpContext } from '@adonisjs/core/http'
import type { Result } from '#core/kernel/result'
import { answerDone, answerFailure } from '#platform/http/answers'
import { sentence, type Failure } from '#platform/http/failure'
import { addMember, removeMember } from '../../actions/places/change_members.js'
import { closePlace, reopenPlace } from '../../actions/places/close_place.js'
import { PLACE_KINDS, type PlaceKind } from '../../place_kinds.js'
import { memberValidator } from '../../validators/places.js'
import { pathTo, read } from '../form_answers.js'

/** What units, sites and agencies have in common: members, closing, opening again. */
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
    return answerDone(ctx, pathTo(ctx, `${FOLDERS[kindOf(ctx)]}/${ctx.params.id}`), sentence(`administration.${said}`))
  }
}

const FOLDERS: Readonly<Record<PlaceKind, string>> = { unit: 'units', site: 'sites', agency: 'agencies' }

/** The route says which of them it is about: `units.…`, `sites.…` or `agencies.…`. */
const kindOf = ({ route }: HttpContext): PlaceKind =>
  PLACE_KINDS.find((kind) => route!.name!.startsWith(`${FOLDERS[kind]}.`))!
