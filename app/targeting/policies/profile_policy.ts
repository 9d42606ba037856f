import { AuthorizationResponse, BasePolicy } from '@adonisjs/bouncer'
import type { Officer } from '#platform/access/officer'

export interface ProfileForDecision {
  state: 'draft' | 'live' | 'retired'
}
export interface RevisionForDecision {
  state: 'draft' | 'live' | 'retired'
  /** Of the author, whichever account he wrote it with. */
  authorPerson: string | null
  /** Problems that stand in the way of publication. */
  problems: number
}

/** Why this officer cannot publish this revision, as the key of a sentence; `null`: nothing is in the way. */
export function whyNotPublish(officer: Officer, revision: RevisionForDecision): string | null {
  if (revision.state !== 'draft') return 'authoring.publish_not_a_draft'
  if (revision.authorPerson === officer.personId) return 'authoring.publish_own'
  if (!officer.permissions.has('profiles.publish')) return 'authoring.publish_not_allowed'
  return revision.problems > 0 ? 'authoring.publish_problems' : null
}

/** What the permission alone does not settle: persons and states. Author and publisher are never one (T30). */
export default class ProfilePolicy extends BasePolicy {
  publish(officer: Officer, revision: RevisionForDecision) {
    const because = whyNotPublish(officer, revision)
    return because === null ? AuthorizationResponse.allow() : AuthorizationResponse.deny(because, 403)
  }

  retire(officer: Officer, profile: ProfileForDecision) {
    if (!officer.permissions.has('profiles.publish'))
      return AuthorizationResponse.deny('authoring.publish_not_allowed', 403)
    return profile.state === 'retired'
      ? AuthorizationResponse.deny('authoring.profile_retired_already', 403)
      : AuthorizationResponse.allow()
  }
}
