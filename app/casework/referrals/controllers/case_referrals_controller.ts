import type { HttpContext } from '@adonisjs/core/http'
import { DAY } from '#core/kernel/instant'
import { toInstant } from '#core/kernel/local_time'
import type { Result } from '#core/kernel/result'
import { openAttachment } from '#platform/attachments/attachments'
import { answerFile } from '#platform/http/answer_file'
import { answerDone, answerFailure, found, readInput } from '#platform/http/answers'
import { invalid, sentence, type Failure } from '#platform/http/failure'
import { getCase } from '../../cases/queries/get_case.js'
import { referCase } from '../actions/refer_case.js'
import { withdrawReferral } from '../actions/withdraw_referral.js'
import { listReferralsOfCase } from '../queries/referrals_of_case.js'
import { newReferralValidator, withdrawalValidator } from '../validators/referrals.js'

const MINUTE = 60_000

/** Referring a case, and ending it: the side of the officers who know the case. */
export default class CaseReferralsController {
  async store(ctx: HttpContext) {
    const { to, until, ...input } = await readInput(ctx, newReferralValidator, 'cases')
    const [kind, id] = to.split(':') as ['unit' | 'agency', string]
    // The last day counts whole, and is told as the day it is.
    const endsAt = toInstant(`${until}T00:00`, ctx.administration!.timezone) + DAY - MINUTE
    return this.#answer(
      ctx,
      'referred',
      await referCase(ctx.params.id, { ...input, to: { kind, id }, endsAt }, ctx.officer)
    )
  }

  async withdraw(ctx: HttpContext) {
    const input = await readInput(ctx, withdrawalValidator, 'cases')
    if (input.reason === 'other' && input.note === null)
      return answerFailure(ctx, invalid('note', 'cases.refused_note_missing'))
    const { id, referral } = ctx.params
    return this.#answer(ctx, 'withdrawn', await withdrawReferral(id, referral, input, ctx.officer))
  }

  /** A file that came with an answer. */
  async file(ctx: HttpContext) {
    const { id, referral, attachment } = ctx.params
    found(await getCase(id))
    found((await listReferralsOfCase(id)).find((each) => each.id === referral))
    const file = found(await openAttachment({ kind: 'referral', id: referral }, attachment))
    return answerFile(ctx, file.attachment, file.bytes)
  }

  #answer(ctx: HttpContext, done: string, result: Result<unknown, Failure>) {
    if (!result.ok) return answerFailure(ctx, result.error)
    return answerDone(ctx, `/a/${ctx.administration!.code}/cases/${ctx.params.id}`, sentence(`cases.done_${done}`))
  }
}
