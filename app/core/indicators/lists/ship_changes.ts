import { column, defineList } from './definition.js'

/** Recent changes of flag, name or owner of ships. */
export const shipChanges = defineList(
  'ship_changes',
  ['imo', 'change', 'changed'],
  [column('imo', 'text'), column('change', 'code', { codes: ['flag', 'name', 'owner'] }), column('changed', 'date')]
)
