import { THREATS } from '../definition.js'
import { column, defineList, GOODS } from './definition.js'

/** Goods that are declared in the place of highly taxed ones. */
export const highDutyNeighbours = defineList(
  'high_duty_neighbours',
  ['goods', 'threat'],
  [...GOODS, column('threat', 'code', { codes: THREATS })]
)
