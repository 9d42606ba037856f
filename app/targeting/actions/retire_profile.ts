import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { conflict, type AuthoringFailure } from '../authoring_failure.js'
import type { ProfileHead } from '../queries/get_profile.js'
import { REASSESSING, requestReassessment } from './request_reassessment.js'

/** Takes a profile out of the weighing. Nothing is deleted: assessments cite its revisions. */
export async function retireProfile(profile: ProfileHead): Promise<Result<null, AuthoringFailure>> {
  return unitOfWork(async () => {
    const retired = await execute(
      `update tenant.profiles set state = 'retired' where id = ? and state = ? and live_revision is not distinct from ?::int`,
      [profile.id, profile.state, profile.liveRevision]
    )
    if (retired === 0) return err(conflict('authoring.profile_changed'))
    await recordAction({ action: 'profile.retired', subject: { kind: 'profile', id: profile.id } })
    if (profile.state === 'live') await requestReassessment('profile_retired')
    return ok(null)
  }, REASSESSING)
}
