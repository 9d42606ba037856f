import type { Permission } from '#platform/access/permissions'

const CARGO = [
  'data_steward',
  'analyst',
  'supervisor',
  'profile_author',
  'profile_approver',
  'watch_list_manager',
  'auditor',
  'investigator',
  'intelligence',
] as const
const RAW = ['data_steward', 'analyst', 'supervisor', 'auditor'] as const

/**
 * Who may what, written a second time and the other way round from `role_templates.ts`: a permission
 * and the roles that have it, after the matrix of ROLES_AND_WORKFLOW 5.2. The attack suites expect what
 * stands here, so a role that gains a permission by accident is named by them. A small
 * `r` of the table (own scope: orders of an inspector, own audit) is no permission of this list.
 */
export const PERMISSIONS_MATRIX: Readonly<Record<Permission, readonly string[]>> = {
  'arrivals.read': CARGO,
  'conveyances.read': CARGO,
  'consignments.read': CARGO,
  'conveyances.record': ['data_steward', 'supervisor'],
  'alerts.read': ['analyst', 'supervisor', 'auditor', 'intelligence'],
  'alerts.triage': ['analyst', 'supervisor', 'intelligence'],
  'alerts.dismiss_high': ['supervisor'],
  'messages.read': RAW,
  'messages.read_raw': RAW,
  'messages.read_answers': ['data_steward'],
  'messages.submit': ['data_steward'],
  'senders.manage': ['administrator', 'data_steward'],
  'tokens.manage': ['administrator'],
  'watch_lists.read': [
    'analyst',
    'supervisor',
    'profile_author',
    'profile_approver',
    'watch_list_manager',
    'auditor',
    'privacy_officer',
    'investigator',
    'intelligence',
  ],
  'watch_lists.manage': ['watch_list_manager', 'intelligence'],
  'profiles.read': ['analyst', 'supervisor', 'profile_author', 'profile_approver', 'auditor', 'intelligence'],
  'profiles.author': ['profile_author', 'intelligence'],
  'profiles.publish': ['profile_approver'],
  'reference_lists.read': [
    'data_steward',
    'analyst',
    'supervisor',
    'profile_author',
    'profile_approver',
    'watch_list_manager',
    'auditor',
    'intelligence',
  ],
  'reference_lists.manage': ['profile_author'],
  'users.read': ['administrator', 'supervisor', 'auditor', 'privacy_officer'],
  'users.manage': ['administrator'],
  'roles.manage': ['administrator'],
  'units.manage': ['administrator'],
  'settings.manage': ['administrator'],
  'audit.read': ['auditor', 'privacy_officer'],
  'audit.export': ['auditor'],
  'privacy.read': ['auditor', 'privacy_officer'],
  'privacy.manage': ['privacy_officer'],
  'legal_holds.read': ['auditor', 'privacy_officer', 'investigator'],
  'legal_holds.manage': ['privacy_officer', 'investigator'],
  'releases.record': ['supervisor'],
  'inspections.read': [
    'analyst',
    'supervisor',
    'auditor',
    'inspector',
    'investigator',
    'intelligence',
    'image_analyst',
  ],
  'inspections.order': ['analyst', 'supervisor', 'intelligence'],
  'inspections.approve': ['supervisor'],
  'inspections.record': ['inspector', 'image_analyst'],
  'inspections.review': ['supervisor'],
  'outcomes.read': [
    'analyst',
    'supervisor',
    'profile_author',
    'profile_approver',
    'watch_list_manager',
    'auditor',
    'manager',
    'privacy_officer',
    'investigator',
    'intelligence',
  ],
  'capacity.read': [
    'analyst',
    'supervisor',
    'profile_author',
    'profile_approver',
    'auditor',
    'inspector',
    'manager',
    'image_analyst',
  ],
  'capacity.manage': ['supervisor', 'manager'],
}

export const mayByMatrix = (role: string, permission: Permission | null): boolean =>
  permission === null || PERMISSIONS_MATRIX[permission].includes(role)
