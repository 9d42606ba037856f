import { createHash } from 'node:crypto'
import type { Permission } from '#platform/access/permissions'

export interface PermissionsChange {
  kind: 'role_permissions'
  role: string
  before: readonly Permission[]
  after: readonly Permission[]
}

/** What somebody asks to change in who may do what. `before` is what he saw: anything else outdates it. */
export type AccessChange =
  | { kind: 'officer_roles'; officer: string; before: readonly string[]; after: readonly string[] }
  | PermissionsChange
  | { kind: 'conflict_waiver'; conflict: string; reason: string }

export const subjectOf = (change: AccessChange): string => {
  if (change.kind === 'officer_roles') return change.officer
  return change.kind === 'role_permissions' ? change.role : change.conflict
}

/** Names the change byte for byte: who confirms, confirms this and nothing else (T30). */
export const changeHash = (change: AccessChange): string =>
  createHash('sha256')
    .update(
      JSON.stringify(
        change.kind === 'conflict_waiver'
          ? [change.kind, change.conflict, change.reason]
          : [change.kind, subjectOf(change), [...change.before].sort(), [...change.after].sort()]
      )
    )
    .digest('hex')

export const added = <T>({ before, after }: { before: readonly T[]; after: readonly T[] }): T[] =>
  after.filter((each) => !before.includes(each))

export const removed = <T>({ before, after }: { before: readonly T[]; after: readonly T[] }): T[] =>
  before.filter((each) => !after.includes(each))
