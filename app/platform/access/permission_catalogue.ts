import type { Permission } from './permissions.js'

interface PermissionGroup {
  /** `access.group_<code>`. */
  code: string
  permissions: readonly Permission[]
}

/** Every permission once, in the order in which people read them; sentences `access.may_<code with underscores>`. */
export const PERMISSION_GROUPS: readonly PermissionGroup[] = [
  {
    code: 'cargo',
    permissions: [
      'arrivals.read',
      'conveyances.read',
      'conveyances.record',
      'consignments.read',
      'parties.read',
      'parties.decide',
      'travellers.read',
    ],
  },
  { code: 'alerts', permissions: ['alerts.read', 'alerts.triage', 'alerts.dismiss_high', 'alerts.supervise'] },
  {
    code: 'cases',
    permissions: ['cases.read', 'cases.work', 'cases.close', 'cases.approve', 'cases.refer', 'referrals.answer'],
  },
  {
    code: 'inspections',
    permissions: [
      'inspections.read',
      'inspections.order',
      'inspections.approve',
      'inspections.record',
      'inspections.review',
      'exhibits.hand_over',
      'releases.record',
      'outcomes.read',
      'capacity.read',
      'capacity.manage',
    ],
  },
  {
    code: 'messages',
    permissions: ['messages.read', 'messages.read_raw', 'messages.read_answers', 'messages.submit', 'senders.manage'],
  },
  {
    code: 'targeting',
    permissions: [
      'profiles.read',
      'profiles.author',
      'profiles.publish',
      'watch_lists.read',
      'watch_lists.manage',
      'reference_lists.read',
      'reference_lists.manage',
    ],
  },
  {
    code: 'administration',
    permissions: [
      'users.read',
      'users.manage',
      'roles.manage',
      'units.manage',
      'settings.manage',
      'tokens.manage',
      'workflows.read',
      'workflows.manage',
    ],
  },
  {
    code: 'proof',
    permissions: [
      'audit.read',
      'audit.export',
      'draws.verify',
      'integrity.read',
      'privacy.read',
      'privacy.manage',
      'legal_holds.read',
      'legal_holds.manage',
      'travellers.manage',
    ],
  },
]

/** What changes nothing. Every other permission acts. */
const READING: ReadonlySet<Permission> = new Set<Permission>([
  'arrivals.read',
  'conveyances.read',
  'consignments.read',
  'parties.read',
  'travellers.read',
  'alerts.read',
  'cases.read',
  'inspections.read',
  'outcomes.read',
  'capacity.read',
  'messages.read',
  'messages.read_raw',
  'messages.read_answers',
  'profiles.read',
  'watch_lists.read',
  'reference_lists.read',
  'users.read',
  'workflows.read',
  'audit.read',
  'audit.export',
  // Tells the key of a day that is over: nobody's work changes by it.
  'draws.verify',
  'integrity.read',
  'privacy.read',
  'legal_holds.read',
])

export const acts = (permission: Permission): boolean => !READING.has(permission)

/** Gaining one of these takes a second holder of `roles.manage` (SECURITY T07). */
export const NEEDS_SECOND_PERSON: ReadonlySet<Permission> = new Set<Permission>([
  'users.manage',
  'roles.manage',
  'settings.manage',
  'profiles.publish',
])
