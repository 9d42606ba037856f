import type { CuscarProfile } from '../../../profile.js'

/**
 * South Africa (SARS CUSCAR 2.1, D.16A RCG001): the kind of manifest is the name of the document,
 * GEI 5 carries the nature, and the reports of consolidators are told by that name.
 */
export const SOUTH_AFRICA: CuscarProfile = {
  code: 'cuscar.south_africa',
  version: 1,
  message: 'CUSCAR',
  detect: {
    clues: [
      { what: 'association', startsWith: 'RCG', weight: 0.7 },
      { what: 'version', is: ['D.16A'], weight: 0.3 },
    ],
    minimum: 0.7,
  },
  reading: {
    functions: { 1: 'cancel', 4: 'change', 9: 'original', 53: 'test' },
    natureIndicators: ['5'],
    houseDocumentNames: ['COH', 'ALH', 'HAB'],
  },
  alwaysFiled: [],
}
