import { THREATS } from '../definition.js'
import { column, defineList } from './definition.js'

/** Transit lanes whose goods were diverted before. */
export const diversionLanes = defineList(
  'diversion_lanes',
  ['origin', 'destination', 'threat'],
  [
    column('origin', 'country', { any: true }),
    column('destination', 'country'),
    column('threat', 'code', { codes: THREATS }),
  ]
)
