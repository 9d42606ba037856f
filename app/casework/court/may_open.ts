import type { Officer } from '#platform/access/officer'

/** Who may end a case may write it out: analysts, supervisors, intelligence and investigators. */
export const mayAskCourtFile = ({ permissions }: Officer): boolean =>
  permissions.has('cases.read') && permissions.has('cases.close')

/** What a version holds, by what its reader needs. */
export interface Held {
  /** Permissions of its sections. */
  holds: readonly string[]
  /** Consignments in it. */
  cargo: readonly string[]
}

/**
 * Who may open a version: who may ask for one, may read everything that is in it and looks at the ports of all its
 * cargo. Who inspects never learns from it why an order was made (SECURITY T32).
 */
export const mayOpenCourtFile = (officer: Officer, { holds, cargo }: Held, inScope: ReadonlySet<string>): boolean =>
  mayAskCourtFile(officer) &&
  holds.every((permission) => (officer.permissions as ReadonlySet<string>).has(permission)) &&
  !(holds.includes('inspections.read') && officer.permissions.has('inspections.record')) &&
  cargo.every((id) => inScope.has(id))
