/** What is touched (SECURITY 1.1): C2 confidential, C3 restricted, C4 secret. */
type AuditClass = 'C2' | 'C3' | 'C4'

/**
 * Every action the audit knows, with the class of what it touches. Each has its sentence as
 * `audit.action_<code with underscores>`.
 */
export const AUDIT_ACTIONS = {
  'session.started': 'C3',
  'session.refused': 'C3',
  'session.ended': 'C3',
  'security.denied': 'C3',
  'audit.heartbeat': 'C2',
  'audit.exported': 'C3',
  'audit.verification_asked': 'C2',
  'audit.verified': 'C2',
  'officer.created': 'C3',
  'officer.password_set': 'C4',
  'administration.created': 'C3',
  'message.received': 'C2',
  'message.read': 'C2',
  'message.read_again': 'C2',
  'message.raw_opened': 'C2',
  'token.issued': 'C4',
  'token.revoked': 'C4',
  'sender.declared': 'C3',
  'call.recorded': 'C2',
  'call_event.recorded': 'C2',
  'calls.loaded': 'C2',
  'assessments.stored': 'C3',
  'consignment.opened': 'C3',
  'alert.claimed': 'C3',
  'alert.released': 'C3',
  'alert.dismissed': 'C3',
  'alert.reopened': 'C3',
  'notification.rule_changed': 'C2',
  'notification.schedule_changed': 'C2',
  'notification.choices_reset': 'C2',
  'notification.mail_detail_changed': 'C3',
  'notification.mail_retried': 'C2',
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
  'watch_list.created': 'C4',
  'watch_list.opened': 'C4',
  'watch_list_entry.added': 'C4',
  'watch_list_entry.withdrawn': 'C4',
  'profile.created': 'C3',
  'profile.revised': 'C3',
  'profile.published': 'C3',
  'profile.retired': 'C3',
  'reference_list.edition_saved': 'C3',
  'keys.rotated': 'C4',
  'keys.destroyed': 'C4',
} as const satisfies Record<string, AuditClass>

export type AuditAction = keyof typeof AUDIT_ACTIONS

/** Actions of the platform itself, in its own chain. */
export const PLATFORM_AUDIT_ACTIONS = {
  'operator.session_started': 'C3',
  'operator.session_refused': 'C3',
  'operator.session_ended': 'C3',
  'operator.created': 'C4',
  'administration.created': 'C3',
  'mail.opened': 'C3',
  'audit.heartbeat': 'C2',
  'audit.exported': 'C3',
} as const satisfies Record<string, AuditClass>

export type PlatformAuditAction = keyof typeof PLATFORM_AUDIT_ACTIONS
