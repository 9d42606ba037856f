import type { Officer } from '#platform/access/officer'

/** Who may end a case may write it out: analysts, supervisors, intelligence and investigators. */
export const mayAskCourtFile = ({ permissions }: Officer): boolean =>
  permissions.has('cases.read') && permissions.has('cases.close')

/**
 * Who may open a version: who may ask for one and may read everything that is in it. Who inspects never learns from
 * it why an order was made (SECURITY T32).
 */
export const mayOpenCourtFile = (officer: Officer, holds: readonly string[]): boolean =>
  mayAskCourtFile(officer) &&
  holds.every((permission) => (officer.permissions as ReadonlySet<string>).has(permission)) &&
  !(holds.includes('inspections.read') && officer.permissions.has('inspections.record'))
