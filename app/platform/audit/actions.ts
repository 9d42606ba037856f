/**
 * Every action the audit knows, with the class of what it touches (SECURITY 1.1: C2 confidential,
 * C3 restricted, C4 secret). Each has its sentence as `audit.action_<code with underscores>`.
 */
export const AUDIT_ACTIONS = {
  'session.started': 'C3',
  'session.refused': 'C3',
  'session.ended': 'C3',
  'alert.claimed': 'C3',
  'alert.released': 'C3',
  'alert.dismissed': 'C3',
  'alert.reopened': 'C3',
  'unit.created': 'C3',
  'unit.changed': 'C3',
  'unit.closed': 'C3',
  'unit.reopened': 'C3',
  'unit.member_added': 'C3',
  'unit.member_removed': 'C3',
  'site.created': 'C3',
  'site.changed': 'C3',
  'site.closed': 'C3',
  'site.reopened': 'C3',
  'site.member_added': 'C3',
  'site.member_removed': 'C3',
} as const satisfies Record<string, 'C2' | 'C3' | 'C4'>

export type AuditAction = keyof typeof AUDIT_ACTIONS
