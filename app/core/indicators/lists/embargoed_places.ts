import { column, defineList } from './definition.js'

/** Countries under embargo, and the gateways beside them. */
export const embargoedPlaces = defineList(
  'embargoed_places',
  ['country'],
  [column('country', 'country'), column('standing', 'code', { codes: ['embargoed', 'gateway'] })]
)
