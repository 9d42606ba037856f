import type { Identifier } from '#sdk'

/** Digits and the check character, with or without a hyphen between them. */
const NIT = /^(\d{1,11})-?([\dK])$/

/**
 * The taxpayer number of the Superintendencia de Administración Tributaria: the digits weighted 2, 3, 4 … from the
 * right; what the sum lacks to a multiple of 11 is the check character, K for 10.
 */
export const isNit = (value: string): boolean => {
  const found = NIT.exec(value.trim().toUpperCase().replaceAll(' ', ''))
  if (!found) return false
  const [, digits = '', check] = found
  const sum = [...digits].reverse().reduce((total, digit, at) => total + Number(digit) * (at + 2), 0)
  const lacks = (11 - (sum % 11)) % 11
  return check === (lacks === 10 ? 'K' : String(lacks))
}

/** CF (consumidor final) stands for a consignee without a number; whether it may is not ours to say. */
const FINAL_CONSUMER = /^C\/?F$/i

export const NIT_IDENTIFIER: Identifier = {
  code: 'guatemala.nit',
  version: 1,
  type: 'NIT',
  title: 'guatemala.identifier_NIT',
  valid: (value) => (FINAL_CONSUMER.test(value.trim()) ? null : isNit(value)),
  examples: { valid: ['1234567-9', '576937-K', '12345679'], invalid: ['1234567-8', 'NIT', '12 34'] },
}
