import { THREATS } from '../definition.js'
import { column, defineList, GOODS } from './definition.js'

/** Goods that need a permit, and whose. */
export const regulatedGoods = defineList(
  'regulated_goods',
  ['goods'],
  [...GOODS, column('authority', 'text'), column('threat', 'code', { codes: THREATS })]
)
