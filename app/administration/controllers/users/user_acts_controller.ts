import type { HttpContext } from '@adonisjs/core/http'
import { err, type Result } from '#core/kernel/result'
import { answerDone, answerFailure, found } from '#platform/http/answers'
import { conflict, forbidden, sentence, type Failure } from '#platform/http/failure'
import { placeOfficer } from '../../actions/places/place_officer.js'
import { resetFactorOf, sendPasswordReset, type ResetOfAnotherRefusal } from '../../actions/reset_of_another.js'
import { deactivateOfficer } from '../../actions/users/deactivate_officer.js'
import { issueInvitation } from '../../actions/users/issue_invitation.js'
import { reactivateOfficer } from '../../actions/users/reactivate_officer.js'
import { revokeInvitation } from '../../actions/users/revoke_invitation.js'
import { setRoles } from '../../actions/users/set_roles.js'
import { getUser } from '../../queries/users/get_user.js'
import { placesValidator, rolesValidator } from '../../validators/users.js'
import { pathTo, read } from '../form_answers.js'

/** What is done to one officer's account. */
export default class UserActsController {
  async roles(ctx: HttpContext) {
    const { roles, seen } = await read(ctx, rolesValidator)
    const set = await setRoles(ctx.params.id, { wanted: roles, seen }, ctx.officer.id)
    if (!set.ok) return answerFailure(ctx, set.error)
    return answerDone(ctx, pathTo(ctx, `users/${ctx.params.id}`), sentence(`administration.done_roles_${set.value}`))
  }

  async places(ctx: HttpContext) {
    found(await getUser(ctx.params.id))
    return this.#answer(ctx, await placeOfficer(ctx.params.id, await read(ctx, placesValidator)), 'done_places')
  }

  async invite(ctx: HttpContext) {
    return this.#answer(ctx, await issueInvitation(ctx.params.id, ctx.officer.id), 'done_invitation_sent')
  }

  async revoke(ctx: HttpContext) {
    found(await getUser(ctx.params.id))
    return this.#answer(ctx, await revokeInvitation(ctx.params.id), 'done_invitation_revoked')
  }

  async deactivate(ctx: HttpContext) {
    const done = await deactivateOfficer(ctx.params.id, ctx.officer.id)
    return this.#answer(ctx, done, 'done_deactivated', { count: done.ok ? done.value : 0 })
  }

  async reactivate(ctx: HttpContext) {
    return this.#answer(ctx, await reactivateOfficer(ctx.params.id, ctx.officer.id), 'done_reactivated')
  }

  async resetPassword(ctx: HttpContext) {
    return this.#answer(ctx, spoken(await sendPasswordReset(ctx.params.id)), 'done_password_reset')
  }

  async resetFactor(ctx: HttpContext) {
    return this.#answer(ctx, spoken(await resetFactorOf(ctx.params.id)), 'done_factor_reset')
  }

  #answer(ctx: HttpContext, result: Result<unknown, Failure>, said: string, params: Record<string, number> = {}) {
    if (!result.ok) return answerFailure(ctx, result.error)
    return answerDone(ctx, pathTo(ctx, `users/${ctx.params.id}`), sentence(`administration.${said}`, params))
  }
}

/** Why a reset was not done, as people read it. */
function spoken(result: Result<null, ResetOfAnotherRefusal>): Result<null, Failure> {
  if (result.ok) return result
  if (result.error === 'unknown') return err({ kind: 'not_found' })
  return err(result.error === 'own' ? forbidden('administration.own_reset') : conflict('administration.reset_inactive'))
}
