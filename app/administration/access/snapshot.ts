import type { Permission } from '#platform/access/permissions'
import type { AccessChange } from './change.js'

/** Who holds what, at one moment. */
export interface AccessSnapshot {
  /** Every officer, the invited and the disabled too: they may work again tomorrow. */
  officers: readonly { id: string; person: string; name: string; roles: readonly string[] }[]
  roles: ReadonlyMap<string, readonly Permission[]>
  /** Codes of conflicts that two people waived. */
  waived: ReadonlySet<string>
}

export const personOf = (snapshot: AccessSnapshot, officerId: string): string =>
  snapshot.officers.find(({ id }) => id === officerId)?.person ?? officerId

/** Permissions by person: all accounts of one person together. */
export function holdings({ officers, roles }: AccessSnapshot): Map<string, Set<Permission>> {
  const held = new Map<string, Set<Permission>>()
  for (const { person, roles: given } of officers) {
    const own = held.get(person) ?? new Set()
    for (const role of given) for (const permission of roles.get(role) ?? []) own.add(permission)
    held.set(person, own)
  }
  return held
}

/** The snapshot as it would be. */
export function withChange(snapshot: AccessSnapshot, change: AccessChange): AccessSnapshot {
  if (change.kind === 'conflict_waiver') return { ...snapshot, waived: new Set([...snapshot.waived, change.conflict]) }
  if (change.kind === 'role_permissions')
    return { ...snapshot, roles: new Map([...snapshot.roles, [change.role, change.after]]) }
  return {
    ...snapshot,
    officers: snapshot.officers.map((each) => (each.id === change.officer ? { ...each, roles: change.after } : each)),
  }
}
