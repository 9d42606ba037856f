import { CONTAINER_GROUPS } from '../../reference/reference_data.js'
import { column, defineList, GOODS } from './definition.js'

/** Goods that do not belong in a container group. */
export const containerCompatibility = defineList(
  'container_compatibility',
  ['goods', 'group'],
  [...GOODS, column('group', 'code', { codes: CONTAINER_GROUPS })]
)
