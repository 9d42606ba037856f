import { column, defineList, GOODS } from './definition.js'

/** Temperatures in °C that goods travel at. */
export const goodsTemperatures = defineList(
  'goods_temperatures',
  ['goods'],
  [...GOODS, column('lowest', 'number'), column('highest', 'number')]
)
