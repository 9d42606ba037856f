import type { CuscarProfile } from '../../../profile.js'

/**
 * Cargo reports of Australia (ICS, D.99B): the kind of report is the name of the document, its
 * number carries a version, dates come in two pieces, and 50 withdraws. Establishments and ports
 * of the own country are national codes (agency 95).
 */
export const AUSTRALIA: CuscarProfile = {
  code: 'cuscar.australia',
  version: 1,
  message: 'CUSCAR',
  detect: {
    clues: [
      { what: 'version', is: ['D.99B'], weight: 0.4 },
      { what: 'recipient', is: ['AAA336C'], weight: 0.4 },
      { what: 'documentName', is: ['WARREL', 'AIRCR', 'SEACR', 'EMM'], weight: 0.4 },
    ],
    minimum: 0.7,
  },
  reading: {
    functions: { 4: 'change', 9: 'original', 50: 'cancel', 53: 'test' },
    natureIndicators: ['5'],
    warehouse: ['4', '18'],
  },
  alwaysFiled: [],
}
