import type { Officer } from '#platform/access/officer'
import { isPermission, type Permission } from '#platform/access/permissions'
import type { EnabledPlugin } from '#platform/plugins/enabled_plugins'

interface Entry {
  key: string
  icon: string
  path: string
  permission: Permission
}
interface Group {
  key: string
  heading: boolean
  entries: readonly Entry[]
}

/** The menu as data: an entry is shown only to who may open it (EXPERIENCE section 3). */
const GROUPS: readonly Group[] = [
  {
    key: 'desk',
    heading: false,
    entries: [
      { key: 'arrivals', icon: 'ship', path: 'arrivals', permission: 'arrivals.read' },
      { key: 'triage', icon: 'inbox', path: 'triage', permission: 'alerts.read' },
      { key: 'parties', icon: 'building-2', path: 'parties', permission: 'parties.read' },
    ],
  },
  {
    key: 'work',
    heading: true,
    entries: [
      { key: 'referrals', icon: 'share-2', path: 'referrals', permission: 'referrals.answer' },
      { key: 'cases', icon: 'folder-open', path: 'cases', permission: 'cases.read' },
      { key: 'inspections', icon: 'clipboard-check', path: 'inspections', permission: 'inspections.read' },
      { key: 'handover', icon: 'arrow-left-right', path: 'handover', permission: 'alerts.read' },
      { key: 'capacity', icon: 'calendar-range', path: 'capacity', permission: 'capacity.read' },
      { key: 'outcomes', icon: 'book-open-check', path: 'outcomes', permission: 'outcomes.read' },
    ],
  },
  {
    key: 'targeting',
    heading: true,
    entries: [
      { key: 'profiles', icon: 'sliders-horizontal', path: 'profiles', permission: 'profiles.read' },
      { key: 'watch_lists', icon: 'list-checks', path: 'watch-lists', permission: 'watch_lists.read' },
      { key: 'reference_lists', icon: 'table-2', path: 'reference-lists', permission: 'reference_lists.read' },
    ],
  },
  {
    key: 'data',
    heading: true,
    entries: [
      { key: 'uploads', icon: 'upload', path: 'uploads/new', permission: 'messages.submit' },
      { key: 'messages', icon: 'file-text', path: 'messages', permission: 'messages.read' },
      { key: 'quarantine', icon: 'file-warning', path: 'messages?state=quarantined', permission: 'messages.read' },
      { key: 'events', icon: 'package-check', path: 'events', permission: 'conveyances.record' },
      { key: 'declarations', icon: 'stamp', path: 'declarations', permission: 'consignments.read' },
      { key: 'permits', icon: 'file-badge', path: 'permits', permission: 'consignments.read' },
      { key: 'examinations', icon: 'scan-search', path: 'examinations', permission: 'outcomes.read' },
      { key: 'calls', icon: 'calendar-plus', path: 'conveyances/new', permission: 'conveyances.record' },
    ],
  },
  {
    key: 'privacy',
    heading: true,
    entries: [
      { key: 'privacy_requests', icon: 'user-round-search', path: 'privacy/requests', permission: 'privacy.read' },
      { key: 'privacy_retention', icon: 'shredder', path: 'privacy/retention', permission: 'privacy.read' },
      { key: 'privacy_holds', icon: 'scale', path: 'privacy/holds', permission: 'legal_holds.read' },
    ],
  },
  {
    key: 'administration',
    heading: true,
    entries: [
      { key: 'users', icon: 'users', path: 'administration/users', permission: 'users.read' },
      { key: 'senders', icon: 'send', path: 'administration/senders', permission: 'senders.manage' },
      { key: 'filers', icon: 'contact-round', path: 'administration/filers', permission: 'users.read' },
      {
        key: 'question_terms',
        icon: 'message-circle-question',
        path: 'administration/questions',
        permission: 'settings.manage',
      },
      { key: 'systems', icon: 'cable', path: 'administration/systems', permission: 'tokens.manage' },
      { key: 'plugins', icon: 'puzzle', path: 'administration/plugins', permission: 'settings.manage' },
      { key: 'notifications', icon: 'mail', path: 'administration/notifications', permission: 'settings.manage' },
      { key: 'travellers', icon: 'contact', path: 'administration/travellers', permission: 'travellers.manage' },
      { key: 'workflows', icon: 'workflow', path: 'administration/workflows/alert', permission: 'workflows.read' },
      { key: 'audit', icon: 'scroll-text', path: 'audit', permission: 'audit.read' },
      { key: 'draws', icon: 'dices', path: 'draws', permission: 'draws.verify' },
      { key: 'integrity', icon: 'scan-eye', path: 'integrity', permission: 'integrity.read' },
      { key: 'roles', icon: 'key-round', path: 'administration/roles', permission: 'users.read' },
      { key: 'units', icon: 'map-pin', path: 'administration/units', permission: 'users.read' },
      { key: 'who', icon: 'circle-help', path: 'administration/who', permission: 'users.read' },
    ],
  },
]

/** What an officer may open, and last the pages that enabled plugins want in the menu. */
export function navigationFor(code: string, officer: Officer, plugins: readonly EnabledPlugin[] = []) {
  const own = GROUPS.map((group) => ({
    key: group.key,
    label: group.heading ? `common.nav_group_${group.key}` : null,
    items: group.entries
      .filter((entry) => officer.permissions.has(entry.permission))
      .map((entry) => ({
        key: entry.key,
        label: `common.nav_${entry.key}`,
        href: `/a/${code}/${entry.path}`,
        icon: entry.icon,
        count: null,
      })),
  })).filter((group) => group.items.length > 0)
  const pages = pluginPages(code, officer, plugins)
  return pages.length === 0 ? own : [...own, { key: 'plugins', label: 'common.nav_group_plugins', items: pages }]
}

const pluginPages = (code: string, officer: Officer, plugins: readonly EnabledPlugin[]) =>
  plugins.flatMap(({ plugin }) =>
    (plugin.pages ?? [])
      .filter(({ menu, permission }) => menu && isPermission(permission) && officer.permissions.has(permission))
      .map(({ page, title }) => ({
        key: `${plugin.id}_${page}`,
        label: title as string,
        href: `/a/${code}/plugins/${plugin.id}/${page}`,
        icon: 'puzzle',
        count: null,
      }))
  )

/** Where an officer lands after signing in: the first page the menu offers. */
export function homeFor(code: string, officer: Officer): string {
  return navigationFor(code, officer)[0]?.items[0]?.href ?? `/a/${code}/sessions`
}

export const operatorNavigation = () => [
  {
    key: 'platform',
    label: null,
    items: [
      {
        key: 'administrations',
        label: 'common.nav_administrations',
        href: '/platform/administrations',
        icon: 'globe',
        count: null,
      },
      { key: 'mail', label: 'common.nav_mail', href: '/platform/mail', icon: 'mail', count: null },
    ],
  },
]
