import { THREATS } from '../definition.js'
import { column, defineList } from './definition.js'

/** Countries that are the source of a threat. */
export const sourceCountries = defineList(
  'source_countries',
  ['country', 'threat'],
  [
    column('country', 'country'),
    column('threat', 'code', { codes: THREATS }),
    column('confidence', 'code', { codes: ['high', 'medium', 'low'], required: false }),
  ]
)
