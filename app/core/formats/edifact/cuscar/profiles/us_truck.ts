import { FUNCTION_BY_CODE } from '../../parts/functions.js'
import type { CuscarProfile } from '../../../profile.js'

/**
 * Truck manifests of the United States (ACE, D.03B): the document number is the trip, a shipment
 * is a DOC 714, the port of arrival is the header's LOC 60, and function 22 files the trip for
 * good, whether or not a preliminary one came before.
 */
export const US_TRUCK: CuscarProfile = {
  code: 'cuscar.us_truck',
  version: 1,
  message: 'CUSCAR',
  detect: {
    clues: [
      { what: 'version', is: ['D.03B'], weight: 0.4 },
      { what: 'recipient', startsWith: 'CBP', weight: 0.3 },
      { what: 'documentName', is: ['STANDARD'], weight: 0.3 },
    ],
    minimum: 0.6,
  },
  reading: {
    functions: { ...FUNCTION_BY_CODE, 22: 'original' },
    voyageReferences: ['VON', 'BGM'],
    headerPlaces: [
      { field: 'loading', qualifier: '9' },
      { field: 'discharge', qualifier: '60' },
    ],
    callPlaces: [{ field: 'discharge', qualifier: '60' }],
    natureIndicators: ['5'],
    consignmentCounts: { 7: 'grossWeight', 11: 'packages', 58: 'packages' },
  },
  alwaysFiled: [],
  notCarried: ['place.transhipment', 'conveyance.imo'],
}
