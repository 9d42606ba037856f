import { column, defineList } from './definition.js'

/** Identification numbers of stolen vehicles. */
export const vehicleIdentifiers = defineList('vehicle_identifiers', ['vin'], [column('vin', 'text')])
