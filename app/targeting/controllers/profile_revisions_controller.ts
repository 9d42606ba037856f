import type { HttpContext } from '@adonisjs/core/http'
import { checkProfile } from '#core/profiles/check'
import { publishProfile } from '../actions/publish_profile.js'
import { saveProfileRevision } from '../actions/save_profile_revision.js'
import { sentence } from '../authoring_failure.js'
import { enabledIndicators } from '../indicator_registries.js'
import ProfilePolicy from '../policies/profile_policy.js'
import { getProfile, getProfileRevision, revisionState } from '../queries/get_profile.js'
import { newRevisionValidator } from '../validators/profile.js'
import { answerDone, answerFailure, answerRefusal, bouncerOf, found, read } from './authoring_answers.js'

export default class ProfileRevisionsController {
  async store(ctx: HttpContext) {
    const profile = found(await getProfile(ctx.params.id))
    const { document, note, base } = await read(ctx, newRevisionValidator)
    const input = { profileId: profile.id, base: base || profile.newestRevision, document, note: note || null }
    const saved = await saveProfileRevision(input, await enabledIndicators(), ctx.officer.id)
    if (!saved.ok) return answerFailure(ctx, saved.error)
    return answerDone(ctx, `${pathOf(ctx)}?revision=${saved.value}`, sentence('common.done_saved'))
  }

  async publish(ctx: HttpContext) {
    const profile = found(await getProfile(ctx.params.id))
    const revision = found(await getProfileRevision(profile.id, Number(ctx.params.revision)))
    const problems = checkProfile(revision.document, await enabledIndicators()).length
    try {
      await bouncerOf(ctx)
        .with(ProfilePolicy)
        .authorize('publish', {
          state: revisionState(profile, revision),
          authorPerson: revision.authorPerson,
          problems,
        })
    } catch (error) {
      return answerRefusal(ctx, error)
    }
    const published = await publishProfile(profile.id, revision, ctx.officer.id)
    if (!published.ok) return answerFailure(ctx, published.error)
    return answerDone(ctx, `${pathOf(ctx)}?revision=${revision.number}`, sentence('common.done_published'))
  }
}

const pathOf = ({ administration, params }: HttpContext) => `/a/${administration!.code}/profiles/${params.id}`
