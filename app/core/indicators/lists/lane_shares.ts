import { column, defineList, GOODS } from './definition.js'

/** Share in per cent of goods among what a lane carries. */
export const laneShares = defineList(
  'lane_shares',
  ['origin', 'destination', 'goods'],
  [column('origin', 'country'), column('destination', 'country'), ...GOODS, column('share', 'number')]
)
