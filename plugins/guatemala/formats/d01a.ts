import type { FormatProfile } from '#sdk'

/**
 * CUSCAR D.01A as filed with Guatemala's tax authority (SAT), after the GS1 guide of 2002 and
 * what senders really do: deconsolidators name load and discharge by LOC 125 and 179 on import
 * and by 178 and 8 on export, write the voyage into FTX ZZZ, put the master into component 1366
 * of the CNI and the taxpayer number into the party's identification.
 */
export const GUATEMALA_D01A: FormatProfile = {
  code: 'guatemala.d01a',
  version: 1,
  message: 'CUSCAR',
  detect: {
    clues: [
      { what: 'version', is: ['D.01A'], weight: 0.4 },
      { what: 'recipient', startsWith: '740900003', weight: 0.4 },
      { what: 'documentCode', is: ['785'], weight: 0.1 },
      { what: 'headerPlace', is: ['125', '178', '179'], weight: 0.3 },
    ],
    minimum: 0.5,
  },
  alwaysFiled: [],
  // D.01A as used by Guatemala names no receipt of imports, no transhipment and no temperature.
  notCarried: [
    'place.receipt',
    'place.receipt.country',
    'place.transhipment',
    'equipment.temperatureC',
    'consignor.address',
    'consignee.address',
    'party.contacts',
    'conveyance.imo',
  ],
  reading: {
    // The password field carries 6 for production and 1 for a test.
    testMarks: [
      { element: 6, value: '1' },
      { element: 11, value: '1' },
    ],
    documentReference: ['BGM'],
    previousReference: ['RFF:AFB', 'RFF:ACW'],
    voyageText: { subject: 'ZZZ', prefix: 'Viaje' },
    headerPlaces: [
      { field: 'loading', qualifier: '125', direction: 'inbound' },
      { field: 'discharge', qualifier: '179', direction: 'inbound' },
      { field: 'loading', qualifier: '178', direction: 'export' },
      { field: 'delivery', qualifier: '8', direction: 'export' },
    ],
    callPlaces: [
      { field: 'loading', qualifier: '125', direction: 'inbound' },
      { field: 'discharge', qualifier: '179', direction: 'inbound' },
      { field: 'loading', qualifier: '178', direction: 'export' },
    ],
    // LOC 35 holds country and port of origin: the place of receipt of an export.
    consignmentPlaces: [{ field: 'receipt', qualifier: '35', element: 3, direction: 'export' }],
    originCountry: ['35'],
    destinationCountry: ['36'],
    warehouse: ['88'],
    office: ['17'],
    partyText: 'blob',
    nadElements: 3,
    identifierPrefixes: [
      { prefix: 'NIT', type: 'NIT' },
      { prefix: 'EEE', type: 'EEE' },
      { prefix: 'AAO', type: 'AAO' },
      { prefix: 'NTG', type: 'NTG' },
    ],
    containerised: { yes: ['9'], no: ['10'] },
  },
}
