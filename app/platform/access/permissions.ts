/**
 * The permission catalogue. Roles are rows an administration edits; permissions are code.
 * Plugins may require existing ones, never add (ARCHITECTURE, Access).
 */
export const PERMISSIONS = [
  'arrivals.read',
  'conveyances.read',
  'conveyances.record',
  'consignments.read',
  'alerts.read',
  'alerts.triage',
  'alerts.dismiss_high',
  'alerts.supervise',
  'cases.read',
  'cases.work',
  'cases.close',
  'cases.approve',
  'messages.read',
  'messages.read_raw',
  'messages.read_answers',
  'messages.submit',
  'senders.manage',
  'tokens.manage',
  'watch_lists.read',
  'watch_lists.manage',
  'profiles.read',
  'profiles.author',
  'profiles.publish',
  'reference_lists.read',
  'reference_lists.manage',
  'users.read',
  'users.manage',
  'roles.manage',
  'units.manage',
  'settings.manage',
  'audit.read',
  'audit.export',
  'privacy.read',
  'privacy.manage',
  'legal_holds.read',
  'legal_holds.manage',
  'releases.record',
  'inspections.read',
  'inspections.order',
  'inspections.approve',
  'inspections.record',
  'inspections.review',
  'travellers.read',
  'travellers.manage',
  'outcomes.read',
  'capacity.read',
  'capacity.manage',
] as const

export type Permission = (typeof PERMISSIONS)[number]

const permissions = new Set<string>(PERMISSIONS)
export const isPermission = (value: string): value is Permission => permissions.has(value)
