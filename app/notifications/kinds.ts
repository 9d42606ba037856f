import type { Permission } from '#platform/access/permissions'

/** How mail tells of something: at once, gathered in the digest, or not. */
export const MAIL_CHANNELS = ['now', 'digest', 'off'] as const
export type MailChannel = (typeof MAIL_CHANNELS)[number]

interface Channels {
  inApp: boolean
  mail: MailChannel
}

export interface NotificationKind {
  /** Asked when it is told and again when it is read. */
  permission: Permission | null
  /** May break quiet hours when a ship berths soon. */
  urgent: boolean
  /** Has a band, so that a minimal one can be asked for. */
  banded: boolean
  /** Happens at a port, so that officers may choose some of them. */
  placed: boolean
  defaults: Channels
  /** By role code, where a role starts otherwise. The loudest of an officer's roles counts. */
  roles?: Readonly<Record<string, Channels>>
  /** Where it leads, inside the administration. */
  path: (told: { threadId: string; subjectId: string; count: number }) => string
}

const seen: Channels = { inApp: true, mail: 'off' }
const gathered: Channels = { inApp: true, mail: 'digest' }
const atOnce: Channels = { inApp: true, mail: 'now' }

const alerts = {
  permission: 'alerts.read',
  urgent: true,
  banded: true,
  placed: true,
  // Without a ship the thread is the consignment itself, and triage knows no such call.
  path: ({ threadId, subjectId, count }) => (count > 1 ? `/triage?call=${threadId}` : `/triage/${subjectId}`),
} satisfies Partial<NotificationKind>

const inspections = {
  urgent: false,
  banded: false,
  placed: false,
  path: ({ subjectId }) => `/inspections/${subjectId}`,
} satisfies Partial<NotificationKind>

const cases = {
  urgent: false,
  banded: false,
  placed: false,
  path: ({ subjectId }) => `/cases/${subjectId}`,
} satisfies Partial<NotificationKind>

/** What officers are told of. Texts: `notifications.kind_<code>`, `row_<code>` and `mail_<code>`. */
export const KINDS = {
  alert_raised: { ...alerts, defaults: seen, roles: { analyst: atOnce, supervisor: atOnce } },
  alert_band_raised: { ...alerts, defaults: seen, roles: { supervisor: gathered } },
  alert_escalated: { ...alerts, permission: 'alerts.supervise', defaults: atOnce },
  alert_reweighed: { ...alerts, defaults: seen },
  inspection_ordered: { ...inspections, permission: 'inspections.record', defaults: atOnce },
  inspection_done: { ...inspections, permission: 'inspections.review', defaults: gathered },
  outcome_recorded: { ...inspections, permission: 'outcomes.read', defaults: seen },
  case_assigned: { ...cases, permission: 'cases.work', defaults: atOnce },
  case_mentioned: { ...cases, permission: 'cases.read', defaults: gathered },
  case_waiting: { ...cases, permission: 'cases.approve', defaults: atOnce },
  case_referred: { ...cases, permission: 'cases.read', defaults: atOnce },
  referral_answered: { ...cases, permission: 'cases.read', defaults: atOnce },
  referral_received: {
    ...cases,
    permission: 'referrals.answer',
    defaults: atOnce,
    path: ({ subjectId }) => `/referrals/${subjectId}`,
  },
  case_due: { ...cases, permission: 'cases.work', defaults: atOnce },
  case_overdue: { ...cases, urgent: true, permission: 'cases.approve', defaults: atOnce },
  task_due: { ...cases, permission: 'cases.work', defaults: atOnce },
  task_overdue: { ...cases, permission: 'cases.approve', defaults: atOnce },
  question_answered: { ...cases, permission: 'cases.work', defaults: atOnce },
  question_lapsed: { ...cases, urgent: true, permission: 'cases.work', defaults: atOnce },
  selection_troubled: { ...inspections, permission: 'inspections.approve', defaults: atOnce },
  instruction_troubled: { ...cases, urgent: true, permission: 'cases.approve', defaults: atOnce },
  profile_waiting: {
    permission: 'profiles.publish',
    urgent: false,
    banded: false,
    placed: false,
    defaults: gathered,
    path: ({ subjectId }) => `/profiles/${subjectId}`,
  },
  device_appeared: {
    permission: null,
    urgent: false,
    banded: false,
    placed: false,
    defaults: seen,
    path: () => '/sessions',
  },
  message_quarantined: {
    permission: 'messages.submit',
    urgent: false,
    banded: false,
    placed: false,

    defaults: gathered,
    path: ({ subjectId, count }) => (count > 1 ? '/messages?state=quarantined' : `/messages/${subjectId}`),
  },
} as const satisfies Record<string, NotificationKind>

export type KindCode = keyof typeof KINDS

export const KIND_CODES = Object.keys(KINDS) as KindCode[]
export const kindOf = (code: string): NotificationKind | null =>
  Object.hasOwn(KINDS, code) ? KINDS[code as KindCode] : null
