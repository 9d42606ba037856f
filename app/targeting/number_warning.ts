import type { MatchKind } from '#core/matching/watch_list'
import { containerCheckDigit, imoCheckDigit } from '#core/reference/check_digits'
import type { Sentence } from '../../resources/props/shared.js'
import { sentence } from './authoring_failure.js'

/**
 * What is odd about a number an author lists, with the number it probably should be. A warning, never
 * a refusal: numbers with wrong digits sail, and a list must be able to name them.
 */
export const numberWarning = (kind: MatchKind, value: string): Sentence | null => {
  if (kind === 'equipment') return containerWarning(value)
  return kind === 'means' ? shipWarning(value) : null
}

const containerWarning = (value: string): Sentence | null => {
  const { normalised, valid, expected } = containerCheckDigit(value)
  if (valid) return null
  if (expected === null) return sentence('authoring.added_not_a_container', { value })
  return sentence('authoring.added_check_digit', { value, expected, repaired: `${normalised.slice(0, 10)}${expected}` })
}

/** Only what claims to be an IMO number: names of ships may hold digits. */
const shipWarning = (value: string): Sentence | null => {
  const { normalised, valid, expected } = imoCheckDigit(value)
  if (valid || expected === null) return null
  return sentence('authoring.added_imo', { value, expected, repaired: `IMO ${normalised.slice(0, 6)}${expected}` })
}
