import { CONTAINER_GROUPS } from '../../reference/reference_data.js'
import { column, defineList, GOODS } from './definition.js'

/** Goods that travel in special containers. */
export const specialEquipment = defineList(
  'special_equipment',
  ['goods', 'group'],
  [...GOODS, column('group', 'code', { codes: CONTAINER_GROUPS })]
)
