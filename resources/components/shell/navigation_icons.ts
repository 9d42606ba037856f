/** Literal names, so that the build bundles exactly these icons. */
export const NAVIGATION_ICONS: Readonly<Record<string, string>> = {
  ship: 'i-lucide-ship',
  inbox: 'i-lucide-inbox',
  search: 'i-lucide-search',
  'sliders-horizontal': 'i-lucide-sliders-horizontal',
  'list-checks': 'i-lucide-list-checks',
  'table-2': 'i-lucide-table-2',
  upload: 'i-lucide-upload',
  'file-text': 'i-lucide-file-text',
  'file-warning': 'i-lucide-file-warning',
  'calendar-plus': 'i-lucide-calendar-plus',
  users: 'i-lucide-users',
  globe: 'i-lucide-globe',
  mail: 'i-lucide-mail',
  activity: 'i-lucide-activity',
}
