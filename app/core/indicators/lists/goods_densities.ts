import { column, defineList, GOODS, optional } from './definition.js'

/** Stowed density in kg/m³ and heaviest package in kg of goods. */
export const goodsDensities = defineList(
  'goods_densities',
  ['goods'],
  [...GOODS, column('lowest', 'number'), column('highest', 'number'), optional('heaviest', 'number')]
)
