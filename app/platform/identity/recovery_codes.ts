import { randomBytes } from 'node:crypto'
import { hashRecoveryCode } from '#platform/access/password'
import type { FactorStore } from './factor_store.js'

const COUNT = 10
/** Crockford's: no letter that is taken for a figure. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** 16 characters of 5 bits: 80 bits. */
function newCode(): string {
  const code = Array.from(randomBytes(16), (byte) => ALPHABET[byte % 32]).join('')
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** As people type it: spaces, dashes, capitals, and letters for figures. */
const normal = (typed: string) =>
  typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')

/** Ten new codes in the place of the old ones; they are told here and never again. */
export async function makeRecoveryCodes(factors: FactorStore): Promise<string[]> {
  const codes = Array.from({ length: COUNT }, newCode)
  const salt = randomBytes(16).toString('base64url')
  const hashes = await Promise.all(codes.map((code) => hashRecoveryCode(normal(code), salt)))
  await factors.together(async () => {
    await factors.record('recovery_codes.made', { codes: COUNT })
    await factors.replaceRecoveryCodes(salt, hashes)
  })
  return codes
}

/** True once a code. */
export async function useRecoveryCode(factors: FactorStore, typed: string): Promise<boolean> {
  const salt = await factors.recoverySalt()
  if (!salt) return false
  const hash = await hashRecoveryCode(normal(typed), salt)
  return factors.together(async () => {
    if (!(await factors.useRecoveryCode(hash))) return false
    await factors.record('recovery_code.used', { left: await factors.recoveryLeft() })
    return true
  })
}
