import { column, defineList, GOODS } from './definition.js'

/** Share of goods, by weight and in per cent, that travels by air. */
export const airShares = defineList('air_shares', ['goods'], [...GOODS, column('share', 'number')])
