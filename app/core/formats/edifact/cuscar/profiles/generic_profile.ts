import type { CuscarProfile } from '../../../profile.js'

/** Reads every CUSCAR that no more specific profile claims. It declares no field always filed: what is absent is unknown. */
export const GENERIC_CUSCAR: CuscarProfile = {
  code: 'cuscar.generic',
  version: 1,
  message: 'CUSCAR',
  detect: { clues: [], minimum: 0 },
  reading: {},
  alwaysFiled: [],
}
