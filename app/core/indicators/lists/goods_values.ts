import { column, defineList, GOODS, optional } from './definition.js'

/** Usual value and sea freight of goods in USD a kilogram. */
export const goodsValues = defineList(
  'goods_values',
  ['goods'],
  [...GOODS, column('value', 'number'), optional('freight', 'number')]
)
