import { THREATS } from '../definition.js'
import { column, defineList } from './definition.js'

/** Countries from or through which air cargo is of concern. */
export const airConcern = defineList(
  'air_concern',
  ['country', 'threat'],
  [column('country', 'country'), column('threat', 'code', { codes: THREATS })]
)
