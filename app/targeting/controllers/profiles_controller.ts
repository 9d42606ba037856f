import type { HttpContext } from '@adonisjs/core/http'
import { THREATS } from '#core/indicators/definition'
import type { ProfileDocument } from '#core/profiles/document'
import { checkProfile } from '#core/profiles/check'
import { createProfile } from '../actions/create_profile.js'
import { retireProfile } from '../actions/retire_profile.js'
import { sentence } from '../authoring_failure.js'
import { enabledIndicators } from '../indicator_registries.js'
import { profilePage } from '../profile_page.js'
import ProfilePolicy from '../policies/profile_policy.js'
import { draftProblems } from '../profile_problems.js'
import { profileWords } from '../profile_words.js'
import { getProfile, getProfileRevision } from '../queries/get_profile.js'
import { listProfiles } from '../queries/list_profiles.js'
import { describeValidator, newProfileValidator, revisionQueryValidator } from '../validators/profile.js'
import { answerDone, answerFailure, answerRefusal, bouncerOf, found, read } from './authoring_answers.js'

export default class ProfilesController {
  async index({ inertia, officer }: HttpContext) {
    const profiles = await listProfiles()
    return inertia.render('profiles/index', {
      // How many consignments a profile applied to is not counted yet: said as unknown, not as 0.
      profiles: profiles.map((profile) => ({ ...profile, changedAt: profile.changedAt.toISOString(), applied: null })),
      threats: [...THREATS],
      may: { create: officer.permissions.has('profiles.author') },
    })
  }

  async store(ctx: HttpContext) {
    const id = await createProfile(await read(ctx, newProfileValidator), ctx.officer.id)
    return answerDone(ctx, pathOf(ctx, id), sentence('common.done_saved'))
  }

  /** The newest revision, which is the draft where there is one, unless another is asked for. */
  async show(ctx: HttpContext) {
    const profile = found(await getProfile(ctx.params.id))
    const query = await read(ctx, revisionQueryValidator)
    const revision = found(await getProfileRevision(profile.id, query.revision || profile.newestRevision))
    return ctx.inertia.render(
      'profiles/show',
      await profilePage(profile, revision, ctx.officer, (key, params) => ctx.i18n.t(key, params))
    )
  }

  async retire(ctx: HttpContext) {
    const profile = found(await getProfile(ctx.params.id))
    try {
      await bouncerOf(ctx).with(ProfilePolicy).authorize('retire', profile)
    } catch (error) {
      return answerRefusal(ctx, error)
    }
    const retired = await retireProfile(profile)
    if (!retired.ok) return answerFailure(ctx, retired.error)
    return answerDone(ctx, pathOf(ctx, profile.id), sentence('common.done_retired'))
  }

  /** The sentence of a document that is being written, and what is wrong with it. Stores nothing. */
  async describe(ctx: HttpContext) {
    const { document } = await read(ctx, describeValidator)
    const registry = await enabledIndicators()
    const describable = draftProblems(document, registry).length === 0
    return ctx.response.json({
      words: describable
        ? profileWords(document as unknown as ProfileDocument, registry, (key, params) => ctx.i18n.t(key, params))
        : [],
      problems: checkProfile(document, registry).map(({ path, because, params }) => ({
        path,
        sentence: sentence(because, params),
      })),
    })
  }
}

const pathOf = ({ administration }: HttpContext, id: string) => `/a/${administration!.code}/profiles/${id}`
