import type { AsycudaProfile } from '../profile.js'

/**
 * Reads every ASYCUDA manifest that no more specific profile claims. It declares no field always
 * filed. Transhipment ports, receipt and delivery have no element in a manifest.
 */
export const GENERIC_ASYCUDA: AsycudaProfile = {
  code: 'asycuda.generic',
  version: 1,
  message: 'ASYCUDA',
  detect: { clues: [], minimum: 0 },
  reading: {},
  alwaysFiled: [],
  notCarried: ['place.receipt', 'place.receipt.country', 'place.transhipment'],
}
