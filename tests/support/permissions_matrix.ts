import type { Permission } from '#platform/access/permissions'

/**
 * Who may what, written a second time and the other way round from `role_templates.ts`: a permission
 * and the roles that have it, after the matrix of ROLES_AND_WORKFLOW 5.2. The attack suites expect what
 * stands here, so a role that gains a permission by accident is named by them.
 */
const CARGO = ['analyst', 'auditor', 'data_steward', 'profile_approver', 'profile_author', 'supervisor'] as const
const DESK = ['analyst', 'auditor', 'supervisor'] as const

export const PERMISSIONS_MATRIX: Readonly<Record<Permission, readonly string[]>> = {
  'arrivals.read': CARGO,
  'conveyances.read': CARGO,
  'consignments.read': CARGO,
  'conveyances.record': ['data_steward', 'supervisor'],
  'alerts.read': DESK,
  'alerts.triage': ['analyst', 'supervisor'],
  'alerts.dismiss_high': ['supervisor'],
  'messages.read': ['analyst', 'auditor', 'data_steward', 'supervisor'],
  'messages.read_raw': ['analyst', 'auditor', 'data_steward', 'supervisor'],
  'messages.submit': ['data_steward'],
  'senders.manage': ['administrator', 'data_steward'],
  'tokens.manage': ['administrator'],
  'watch_lists.read': ['analyst', 'auditor', 'profile_approver', 'profile_author', 'supervisor', 'watch_list_manager'],
  'watch_lists.manage': ['watch_list_manager'],
  'profiles.read': ['analyst', 'auditor', 'profile_approver', 'profile_author', 'supervisor', 'watch_list_manager'],
  'profiles.author': ['profile_author'],
  'profiles.publish': ['profile_approver'],
  'reference_lists.read': [
    'analyst',
    'auditor',
    'data_steward',
    'profile_approver',
    'profile_author',
    'supervisor',
    'watch_list_manager',
  ],
  'reference_lists.manage': ['profile_author'],
  'users.read': ['administrator', 'auditor', 'privacy_officer', 'supervisor'],
  'users.manage': ['administrator'],
  'roles.manage': ['administrator'],
  'units.manage': ['administrator'],
  'settings.manage': ['administrator'],
  'audit.read': ['auditor', 'privacy_officer'],
  'audit.export': ['auditor'],
  'privacy.read': ['privacy_officer'],
  'privacy.manage': ['privacy_officer'],
  'legal_holds.manage': ['privacy_officer'],
  'releases.record': ['supervisor'],
  'inspections.read': ['analyst', 'auditor', 'inspector', 'supervisor'],
  'inspections.order': ['analyst', 'supervisor'],
  'inspections.approve': ['supervisor'],
  'inspections.record': ['inspector'],
  'inspections.review': ['supervisor'],
  'outcomes.read': ['analyst', 'auditor', 'manager', 'supervisor'],
  'capacity.read': ['analyst', 'auditor', 'inspector', 'manager', 'supervisor'],
  'capacity.manage': ['manager', 'supervisor'],
}

export const mayByMatrix = (role: string, permission: Permission | null): boolean =>
  permission === null || PERMISSIONS_MATRIX[permission].includes(role)
