import { column, defineList } from './definition.js'

/** Free zones by the port or place they lie at. */
export const freeZones = defineList('free_zones', ['place', 'zone'], [column('place', 'place'), column('zone', 'text')])
