import { THREATS } from '../definition.js'
import { column, defineList, GOODS } from './definition.js'

/** Goods that are used to cover contraband, by where they come from. */
export const coverLoads = defineList(
  'cover_loads',
  ['goods', 'origin', 'threat'],
  [...GOODS, column('origin', 'country', { any: true }), column('threat', 'code', { codes: THREATS })]
)
