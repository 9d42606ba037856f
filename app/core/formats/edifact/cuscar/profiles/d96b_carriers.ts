import type { CuscarProfile } from '../../../profile.js'

/**
 * Ocean carriers' D.96B, as Hong Kong, Belgium, Paraguay and Argentina take it: contacts stand in
 * the header, a consolidator named there is the carrier's customer and files nothing, so a bill
 * stays straight until it names its master.
 */
export const D96B_CARRIERS: CuscarProfile = {
  code: 'cuscar.d96b_carriers',
  version: 1,
  message: 'CUSCAR',
  detect: {
    clues: [
      { what: 'version', is: ['D.96B'], weight: 0.5 },
      { what: 'headerTag', is: ['CTA', 'COM'], weight: 0.4 },
    ],
    minimum: 0.9,
  },
  reading: { houseFilers: ['DC'] },
  alwaysFiled: [],
}
