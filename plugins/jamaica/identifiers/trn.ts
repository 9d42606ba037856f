import type { Identifier } from '#sdk'

/** Nine digits, written in one or in groups of three. */
const TRN = /^\d{3}[- ]?\d{3}[- ]?\d{3}$/
/** Numbers that other countries call TRN as well (United Arab Emirates). */
const FOREIGN = /^\d{15}$/

/**
 * Taxpayer Registration Number of Tax Administration Jamaica: nine digits. A check digit is spoken of in places that
 * contradict each other and is published by nobody in charge, so the shape is all that is looked at.
 */
export const isTrn = (value: string): boolean => TRN.test(value.trim()) && /[1-9]/.test(value)

export const TRN_IDENTIFIER: Identifier = {
  code: 'jamaica.trn',
  version: 1,
  type: 'TRN',
  title: 'jamaica.identifier_TRN',
  valid: (value) => (FOREIGN.test(value.trim()) ? null : isTrn(value)),
  examples: { valid: ['001234567', '001-234-567', '101 234 567'], invalid: ['12345678', '000000000', '00123456A'] },
}
