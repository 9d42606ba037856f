import { column, defineList, GOODS } from './definition.js'

/** Cultural property, by the origins it is looted from. */
export const culturalGoods = defineList(
  'cultural_goods',
  ['goods', 'origin'],
  [...GOODS, column('origin', 'country', { any: true })]
)
