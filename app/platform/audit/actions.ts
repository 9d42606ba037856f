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
} as const satisfies Record<string, 'C2' | 'C3' | 'C4'>

export type AuditAction = keyof typeof AUDIT_ACTIONS
