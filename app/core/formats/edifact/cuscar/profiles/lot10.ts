import type { CuscarProfile } from '../../../profile.js'

/**
 * LOT10 (D.95B, later D.03A): port communities of the United Kingdom, Costa Rica and New Zealand.
 * The report is for the port of arrival (LOC 60); each bill is a RFF BM, and its CNT 8 counts what
 * is handled, pallets or boxes, not the packages of the goods.
 */
export const LOT10: CuscarProfile = {
  code: 'cuscar.lot10',
  version: 1,
  message: 'CUSCAR',
  detect: { clues: [{ what: 'association', is: ['LOT10'], weight: 1 }], minimum: 1 },
  reading: {
    callPlaces: [
      { field: 'loading', qualifier: '9' },
      { field: 'loading', qualifier: '5' },
      { field: 'discharge', qualifier: '60' },
      { field: 'discharge', qualifier: '11' },
    ],
    consignmentCounts: { 7: 'grossWeight', 11: 'packages', 15: 'volume', 26: 'volume' },
  },
  alwaysFiled: [],
}
