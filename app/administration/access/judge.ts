import { conflictsIn, isWaivable, type ConflictOfDuty } from '#platform/access/conflicts'
import { NEEDS_SECOND_PERSON } from '#platform/access/permission_catalogue'
import type { Permission } from '#platform/access/permissions'
import type { AccessChange } from './change.js'
import { holdings, personOf, withChange, type AccessSnapshot } from './snapshot.js'

export type Verdict =
  | { is: 'allowed' }
  /** A second holder of `roles.manage` has to confirm. */
  | { is: 'held' }
  | { is: 'refused'; because: 'own_grant' | 'outdated' | 'not_waivable' }
  | { is: 'conflict'; conflict: ConflictOfDuty; person: string }

/** What the rules say to this change by this officer. Pure: the same rules judge a proposal and its confirmation. */
export function judge(snapshot: AccessSnapshot, change: AccessChange, actorId: string): Verdict {
  if (change.kind === 'conflict_waiver')
    return isWaivable(change.conflict) ? { is: 'held' } : { is: 'refused', because: 'not_waivable' }
  if (!stands(snapshot, change)) return { is: 'refused', because: 'outdated' }
  const actor = personOf(snapshot, actorId)
  if (change.kind === 'officer_roles' && personOf(snapshot, change.officer) === actor)
    return { is: 'refused', because: 'own_grant' }

  const [before, after] = [holdings(snapshot), holdings(withChange(snapshot, change))]
  for (const [person, held] of after) {
    const known = new Set(conflictsIn(before.get(person) ?? new Set()).map(({ code }) => code))
    const fresh = conflictsIn(held).find(({ code }) => !known.has(code) && !snapshot.waived.has(code))
    if (fresh) return { is: 'conflict', conflict: fresh, person }
  }
  const touched = [...after].filter(([person, held]) => differ(before.get(person), held))
  const needsSecond = touched.some(
    ([person, held]) =>
      person === actor || gained(before.get(person), held).some((each) => NEEDS_SECOND_PERSON.has(each))
  )
  return needsSecond ? { is: 'held' } : { is: 'allowed' }
}

/** Is what the change starts from what stands? */
function stands({ officers, roles }: AccessSnapshot, change: Exclude<AccessChange, { kind: 'conflict_waiver' }>) {
  const now =
    change.kind === 'officer_roles' ? officers.find(({ id }) => id === change.officer)?.roles : roles.get(change.role)
  if (!now || now.length !== change.before.length) return false
  const seen = new Set<string>(change.before)
  if (!now.every((each) => seen.has(each))) return false
  return change.kind === 'role_permissions' || change.after.every((role) => roles.has(role))
}

const gained = (before: ReadonlySet<Permission> = new Set(), after: ReadonlySet<Permission>): Permission[] =>
  [...after].filter((each) => !before.has(each))

const differ = (before: ReadonlySet<Permission> = new Set(), after: ReadonlySet<Permission>): boolean =>
  before.size !== after.size || gained(before, after).length > 0

/** Why this officer cannot confirm what another one asked; `null`: nothing is in the way. */
export function whyNotConfirm(
  snapshot: AccessSnapshot,
  change: AccessChange,
  requestedBy: string,
  officerId: string
): 'own_request' | 'own_grant' | null {
  const person = personOf(snapshot, officerId)
  if (person === personOf(snapshot, requestedBy)) return 'own_request'
  if (change.kind === 'officer_roles' && person === personOf(snapshot, change.officer)) return 'own_grant'
  return null
}
