import type { HttpContext } from '@adonisjs/core/http'
import { openAttachment } from '#platform/attachments/attachments'
import { keepAttachment } from '#platform/attachments/keep_attachment'
import { recordAction } from '#platform/audit/record'
import { answerFile } from '#platform/http/answer_file'
import { answerDone, answerFailure, found, readInput } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { readUpload } from '#platform/http/read_upload'
import { answerReferral } from '../actions/answer_referral.js'
import { listOpenReferrals, lockOpenReferral, openReferral } from '../queries/open_referral.js'
import { projectReferral } from '../queries/project_referral.js'
import { sharedFiles } from '../queries/shared.js'
import { referralAnswerValidator } from '../validators/referrals.js'

/** What a partner agency sees of Landfall: the cases referred to it, as far as they were shared. Every reading is audited. */
export default class ReferralsController {
  async index({ inertia, officer }: HttpContext) {
    const referrals = await listOpenReferrals(officer.id)
    await recordAction({ action: 'referral.listed', data: { referrals: referrals.map(({ id }) => id) } })
    return inertia.render('referrals/index', {
      referrals: referrals.map(({ id, caseNumber, agency, purpose, madeAt, endsAt, answered }) => ({
        id,
        caseNumber,
        agency,
        purpose,
        madeAt: madeAt.toISOString(),
        endsAt: endsAt.toISOString(),
        answered,
      })),
    })
  }

  async show({ inertia, officer, params }: HttpContext) {
    const shown = found(await projectReferral(params.id, officer.id))
    await recordAction({
      action: 'referral.opened',
      subject: { kind: 'referral', id: params.id },
      data: { parts: shown.referral.parts, consignments: shown.consignments.length, files: shown.files.length },
    })
    return inertia.render('referrals/show', shown)
  }

  /** A file of the case that was shared, or one this agency sent itself. */
  async attachment(ctx: HttpContext) {
    const { id, attachment } = ctx.params
    const referral = found(await openReferral(id, ctx.officer.id))
    const shared = (await sharedFiles(id)).some((file) => file.id === attachment)
    const subject = shared ? { kind: 'case', id: referral.caseId } : { kind: 'referral', id }
    const file = found(await openAttachment(subject, attachment))
    return answerFile(ctx, file.attachment, file.bytes)
  }

  async answer(ctx: HttpContext) {
    const said = await readInput(ctx, referralAnswerValidator, 'cases')
    const answered = await answerReferral(ctx.params.id, said, ctx.officer)
    if (!answered.ok) return answerFailure(ctx, answered.error)
    return this.#back(ctx, 'referrals.done_answered')
  }

  async attach(ctx: HttpContext) {
    const { id } = found(await openReferral(ctx.params.id, ctx.officer.id))
    const file = await readUpload(ctx)
    if (!file.ok) return answerFailure(ctx, file.error)
    const kept = await keepAttachment(
      { kind: 'referral', id },
      { ...file.value, about: null, officerId: ctx.officer.id },
      async () => (await lockOpenReferral(id, ctx.officer.id)) !== null
    )
    if (!kept.ok) return answerFailure(ctx, kept.error)
    return this.#back(ctx, 'cases.done_attached')
  }

  #back(ctx: HttpContext, done: string) {
    return answerDone(ctx, `/a/${ctx.administration!.code}/referrals/${ctx.params.id}`, sentence(done))
  }
}
