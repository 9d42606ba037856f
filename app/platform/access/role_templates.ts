import type { Permission } from './permissions.js'

export interface RoleTemplate {
  code: string
  nameKey: string
  permissions: readonly Permission[]
  /** Minutes without a request, and minutes since signing in, after which a session is over (SECURITY section 4). */
  session: SessionLimits
}

export interface SessionLimits {
  idleMinutes: number
  absoluteMinutes: number
}

const DESK: SessionLimits = { idleMinutes: 30, absoluteMinutes: 12 * 60 }
/** Who may change what others do, or read what others did. */
const WATCHFUL: SessionLimits = { idleMinutes: 15, absoluteMinutes: 8 * 60 }

const cargo = ['arrivals.read', 'conveyances.read', 'consignments.read', 'parties.read'] as const

/**
 * Templates a new administration's roles are seeded from (ROLES_AND_WORKFLOW 5.1, 5.2), for what
 * exists so far. Every one demands a second factor (DECISIONS 12). Authors and approvers are different roles; the database refuses one person as both.
 */
export const ROLE_TEMPLATES: readonly RoleTemplate[] = [
  {
    code: 'administrator',
    nameKey: 'access.role_administrator',
    session: WATCHFUL,
    permissions: [
      'users.read',
      'users.manage',
      'roles.manage',
      'units.manage',
      'settings.manage',
      'workflows.read',
      'workflows.manage',
      'tokens.manage',
      'senders.manage',
    ],
  },
  {
    code: 'data_steward',
    nameKey: 'access.role_data_steward',
    session: DESK,
    permissions: [
      ...cargo,
      'parties.decide',
      'conveyances.record',
      'messages.read',
      'messages.read_raw',
      'messages.read_answers',
      'messages.submit',
      'senders.manage',
      'reference_lists.read',
    ],
  },
  {
    code: 'analyst',
    nameKey: 'access.role_analyst',
    session: DESK,
    permissions: [
      ...cargo,
      'alerts.read',
      'alerts.triage',
      'messages.read',
      'messages.read_raw',
      'watch_lists.read',
      'profiles.read',
      'reference_lists.read',
      'cases.read',
      'cases.work',
      'cases.close',
      'cases.refer',
      'inspections.read',
      'inspections.order',
      'outcomes.read',
      'capacity.read',
    ],
  },
  {
    code: 'supervisor',
    nameKey: 'access.role_supervisor',
    session: DESK,
    permissions: [
      ...cargo,
      'parties.decide',
      'conveyances.record',
      'alerts.read',
      'alerts.triage',
      'alerts.dismiss_high',
      'alerts.supervise',
      'workflows.read',
      'workflows.manage',
      'messages.read',
      'messages.read_raw',
      'watch_lists.read',
      'profiles.read',
      'reference_lists.read',
      'users.read',
      'releases.record',
      'cases.read',
      'cases.work',
      'cases.close',
      'cases.refer',
      'cases.approve',
      'inspections.read',
      'inspections.order',
      'inspections.approve',
      'inspections.review',
      'outcomes.read',
      'capacity.read',
      'capacity.manage',
    ],
  },
  {
    code: 'profile_author',
    nameKey: 'access.role_profile_author',
    session: DESK,
    permissions: [
      ...cargo,
      'profiles.read',
      'profiles.author',
      'watch_lists.read',
      'reference_lists.read',
      'reference_lists.manage',
      'outcomes.read',
      'capacity.read',
      'cases.read',
    ],
  },
  {
    code: 'profile_approver',
    nameKey: 'access.role_profile_approver',
    session: WATCHFUL,
    permissions: [
      ...cargo,
      'profiles.read',
      'profiles.publish',
      'watch_lists.read',
      'reference_lists.read',
      'outcomes.read',
      'capacity.read',
      'cases.read',
    ],
  },
  {
    code: 'watch_list_manager',
    nameKey: 'access.role_watch_list_manager',
    session: DESK,
    permissions: [
      ...cargo,
      'watch_lists.read',
      'watch_lists.manage',
      'reference_lists.read',
      'outcomes.read',
      'cases.read',
    ],
  },
  {
    code: 'auditor',
    nameKey: 'access.role_auditor',
    session: WATCHFUL,
    permissions: [
      ...cargo,
      'alerts.read',
      'workflows.read',
      'messages.read',
      'messages.read_raw',
      'watch_lists.read',
      'profiles.read',
      'reference_lists.read',
      'users.read',
      'audit.read',
      'audit.export',
      'draws.verify',
      'integrity.read',
      'privacy.read',
      'legal_holds.read',
      'cases.read',
      'inspections.read',
      'outcomes.read',
      'capacity.read',
    ],
  },
  {
    code: 'inspector',
    nameKey: 'access.role_inspector',
    session: DESK,
    permissions: ['inspections.read', 'inspections.record', 'exhibits.hand_over', 'capacity.read'],
  },
  {
    code: 'manager',
    nameKey: 'access.role_manager',
    session: WATCHFUL,
    permissions: ['outcomes.read', 'capacity.read', 'capacity.manage', 'workflows.read'],
  },
  {
    code: 'privacy_officer',
    nameKey: 'access.role_privacy_officer',
    session: WATCHFUL,
    permissions: [
      'privacy.read',
      'privacy.manage',
      'legal_holds.read',
      'legal_holds.manage',
      'travellers.manage',
      'audit.read',
      'users.read',
      'watch_lists.read',
      'outcomes.read',
    ],
  },
  {
    code: 'investigator',
    nameKey: 'access.role_investigator',
    session: DESK,
    permissions: [
      ...cargo,
      'travellers.read',
      'watch_lists.read',
      'cases.read',
      'cases.work',
      'cases.close',
      'cases.refer',
      'inspections.read',
      'exhibits.hand_over',
      'outcomes.read',
      'legal_holds.read',
      'legal_holds.manage',
    ],
  },
  {
    code: 'intelligence',
    nameKey: 'access.role_intelligence',
    session: DESK,
    permissions: [
      ...cargo,
      'parties.decide',
      'travellers.read',
      'alerts.read',
      'alerts.triage',
      'watch_lists.read',
      'watch_lists.manage',
      'profiles.read',
      'profiles.author',
      'reference_lists.read',
      'cases.read',
      'cases.work',
      'cases.close',
      'cases.refer',
      'inspections.read',
      'inspections.order',
      'outcomes.read',
    ],
  },
  {
    code: 'image_analyst',
    nameKey: 'access.role_image_analyst',
    session: DESK,
    permissions: ['inspections.read', 'inspections.record', 'exhibits.hand_over', 'capacity.read'],
  },
  {
    // An officer of a partner agency: sees what was referred to that agency, and nothing else.
    code: 'partner',
    nameKey: 'access.role_partner',
    session: WATCHFUL,
    permissions: ['referrals.answer'],
  },
]

export const templateCalled = (code: string | null): RoleTemplate | null =>
  ROLE_TEMPLATES.find((each) => each.code === code) ?? null
