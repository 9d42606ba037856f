import { column, defineList } from './definition.js'

/** End users linked to armed forces or weapons programmes. */
export const militaryEndUsers = defineList(
  'military_end_users',
  ['name'],
  [column('name', 'text'), column('words', 'words'), column('country', 'country', { any: true })]
)
