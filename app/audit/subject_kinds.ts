import type { Permission } from '#platform/access/permissions'

/** Kinds of subjects that have a page, and who may open it; the path begins inside the administration. */
const PAGES = {
  alert: { path: 'triage', permission: 'alerts.read' },
  call: { path: 'conveyances', permission: 'conveyances.read' },
  consignment: { path: 'consignments', permission: 'consignments.read' },
  message: { path: 'messages', permission: 'messages.read' },
  party: { path: 'parties', permission: 'parties.read' },
  profile: { path: 'profiles', permission: 'profiles.read' },
  watch_list: { path: 'watch-lists', permission: 'watch_lists.read' },
} as const satisfies Record<string, { path: string; permission: Permission }>

/** Kinds to choose from in the filter. */
export const SUBJECT_KINDS = [
  'administration',
  'alert',
  'call',
  'consignment',
  'message',
  'officer',
  'party',
  'profile',
  'reference_list',
  'sender',
  'site',
  'token',
  'unit',
  'watch_list',
] as const

const hasPage = (kind: string): kind is keyof typeof PAGES => Object.hasOwn(PAGES, kind)

/** Where a subject is shown, for who may open it. */
export function pathOfSubject(kind: string, id: string, permissions: ReadonlySet<Permission>): string | null {
  if (!hasPage(kind) || !permissions.has(PAGES[kind].permission)) return null
  return `/${PAGES[kind].path}/${id}`
}
