import { column, defineList } from './definition.js'

/** Countries that waste is dumped in. */
export const wasteDestinations = defineList('waste_destinations', ['country'], [column('country', 'country')])
