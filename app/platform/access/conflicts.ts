import { acts } from './permission_catalogue.js'
import { PERMISSIONS, type Permission } from './permissions.js'

export interface ConflictOfDuty {
  /** `access.conflict_<code>` says the rule, `access.conflict_<code>_one` and `_other` its sides. */
  code: string
  one: readonly Permission[]
  other: readonly Permission[]
  /**
   * `person`: nobody holds both, unless two people waived it. `version`, `order`: one person may hold
   * both but not use both on one thing; the database refuses it, and nobody can waive it.
   */
  scope: 'person' | 'version' | 'order'
}

/** Conflicts of duty (ROLES_AND_WORKFLOW 5.2). That nobody grants himself anything is no pair: it always holds. */
export const CONFLICTS: readonly ConflictOfDuty[] = [
  {
    code: 'administrator_approver',
    one: ['users.manage', 'roles.manage', 'settings.manage'],
    other: ['profiles.publish'],
    scope: 'person',
  },
  {
    code: 'auditor_acts',
    one: ['audit.export'],
    other: PERMISSIONS.filter(acts),
    scope: 'person',
  },
  {
    code: 'partner_inside',
    one: ['referrals.answer'],
    other: PERMISSIONS.filter((each) => each !== 'referrals.answer'),
    scope: 'person',
  },
  { code: 'author_approver', one: ['profiles.author'], other: ['profiles.publish'], scope: 'version' },
  { code: 'inspector_reviewer', one: ['inspections.record'], other: ['inspections.review'], scope: 'order' },
]

const waivable = new Set(CONFLICTS.filter(({ scope }) => scope === 'person').map(({ code }) => code))
export const isWaivable = (code: string): boolean => waivable.has(code)

const holdsAny = (held: ReadonlySet<Permission>, side: readonly Permission[]) => side.some((each) => held.has(each))

/** Conflicts that one person with these permissions stands in. */
export const conflictsIn = (held: ReadonlySet<Permission>): readonly ConflictOfDuty[] =>
  CONFLICTS.filter(({ scope, one, other }) => scope === 'person' && holdsAny(held, one) && holdsAny(held, other))
