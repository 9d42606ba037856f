import { FUNCTION_BY_CODE } from '../../parts/functions.js'
import type { CuscarReading } from '../reading.js'

/**
 * CUSCAR as carriers, forwarders and trucks send it, D.95B to D.16A: GIS or GEI, RFF or DOC.
 * Order of candidates: FORMATS appendix B as corrected by DECISIONS (LOC 88 is the receipt and
 * never the load port, LOC 7/20 the delivery and never the discharge port, LOC 76 is neither).
 */
export const GENERIC_READING: CuscarReading = {
  functions: FUNCTION_BY_CODE,
  testMarks: [{ element: 11, value: '1' }],
  documentReference: ['BGM', 'RFF:AFB'],
  previousReference: ['RFF:ACW'],

  voyageReferences: ['VON'],
  voyageText: null,
  arrival: ['132', '232'],
  departure: ['133', '189'],
  departed: ['136', '186'],
  prepared: ['137'],

  headerPlaces: [
    { field: 'loading', qualifier: '9' },
    { field: 'discharge', qualifier: '11' },
  ],
  callPlaces: [
    { field: 'loading', qualifier: '9' },
    { field: 'loading', qualifier: '5' },
    { field: 'discharge', qualifier: '11' },
    { field: 'discharge', qualifier: '60' },
  ],
  consignmentPlaces: [
    { field: 'receipt', qualifier: '88' },
    { field: 'loading', qualifier: '9' },
    { field: 'transhipment', qualifier: '13' },
    { field: 'discharge', qualifier: '11' },
    { field: 'delivery', qualifier: '7' },
    { field: 'delivery', qualifier: '20' },
    { field: 'delivery', qualifier: '8' },
  ],
  originCountry: ['27', '35'],
  destinationCountry: ['28', '36'],
  warehouse: ['18'],
  office: ['22', '41', '17'],

  roles: [
    { role: 'consignor', qualifiers: ['CZ', 'OS', 'EX', 'SU', 'SE'] },
    { role: 'consignee', qualifiers: ['CN', 'IM', 'UC', 'BY'] },
    { role: 'notify', qualifiers: ['N1', 'N2', 'NI', 'CX'] },
    { role: 'carrier', qualifiers: ['CA'] },
    { role: 'sender', qualifiers: ['MS'] },
    { role: 'forwarder', qualifiers: ['FW'] },
    { role: 'deconsolidator', qualifiers: ['DC', 'CS'] },
  ],
  partyText: 'lines',
  nadElements: 9,
  identifierPrefixes: [],
  identifierAgencies: { 9: 'GLN', 20: 'SCAC', 87: 'carrier', 172: 'SCAC' },
  identifierReferences: { ADZ: 'tax', VA: 'tax', AHP: 'tax', GN: 'tax' },

  houseReferences: ['BH', 'HWB'],
  masterReferences: ['MB', 'MWB'],
  billReferences: ['BM', 'AWB'],
  houseDocuments: ['714', '703'],
  masterDocuments: ['704', '741'],
  houseFilers: ['DC', 'CS'],
  houseDocumentNames: [],
  hsReferences: ['HS', 'ABW'],

  headerCounts: {
    7: 'grossWeight',
    32: 'grossWeight',
    10: 'consignments',
    16: 'equipment',
    11: 'packages',
    15: 'volume',
    26: 'volume',
  },
  consignmentCounts: { 7: 'grossWeight', 11: 'packages', 8: 'packages', 15: 'volume', 26: 'volume' },
  grossWeight: [
    { purpose: 'AAX', dimension: 'G' },
    { purpose: 'AAI' },
    { purpose: 'AAE', dimension: 'G' },
    { purpose: 'AAE', dimension: 'AAB' },
    { purpose: 'WT', dimension: 'G' },
    { purpose: 'WT', dimension: 'AAB' },
  ],
  volume: [{ purpose: 'VOL' }, { purpose: 'AAE', dimension: 'AAW' }, { purpose: 'AAE', dimension: 'ABJ' }],
  equipmentGross: [
    { purpose: 'AAE', dimension: 'G' },
    { purpose: 'WT', dimension: 'AAB' },
    { purpose: 'WT', dimension: 'G' },
  ],
  equipmentTare: [
    { purpose: 'AAE', dimension: 'T' },
    { purpose: 'WT', dimension: 'T' },
  ],
  countWeightUnit: 'KGM',
  countVolumeUnit: 'MTQ',

  natureIndicators: [],
  freight: ['144', '64'],
  value: ['40', '43'],
  containerised: { yes: [], no: [] },
  goodsText: ['AAA'],
  hazardText: ['AAC', 'AAD'],
}
