import type { FactReader } from '../facts/catalogue.js'
import type { Verdict } from './definition.js'
import { clear, unknown } from './verdict.js'

/** `null` for air cargo; otherwise the answer of an indicator that is about air cargo alone. */
export const onlyByAir = (facts: FactReader): Verdict | null => {
  const mode = facts.get('conveyance.mode')
  if (!mode.known) return unknown('conveyance.mode', mode.why)
  return mode.value === 'air' ? null : clear('targeting.nearest_mode', { modeKey: `targeting.value_${mode.value}` })
}
