import { column, defineList, GOODS, optional } from './definition.js'

/** Share of world exports in per cent, and exports over imports, by country and goods. */
export const tradeShares = defineList(
  'trade_shares',
  ['country', 'goods'],
  [column('country', 'country'), ...GOODS, column('exports', 'number'), optional('balance', 'number')]
)
