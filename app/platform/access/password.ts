import hash from '@adonisjs/core/services/hash'
import { createHmac, randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import env from '#start/env'

const MAX_HASHING_AT_ONCE = 4
let hashing = 0
const waiting: (() => void)[] = []

/** Sign-in must not eat the machine: at most four scrypt computations at a time (T01). */
async function slot<T>(work: () => Promise<T>): Promise<T> {
  if (hashing >= MAX_HASHING_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  hashing++
  try {
    return await work()
  } finally {
    hashing--
    waiting.shift()?.()
  }
}

/** HMAC with a key outside the database, then scrypt; the key id stands before the hash. */
const peppered = (password: string) => {
  const pepper = env.get('LANDFALL_PEPPER')
  if (!pepper) throw new Error('LANDFALL_PEPPER is not set: this process cannot check passwords')
  return createHmac('sha256', Buffer.from(pepper, 'base64')).update(password, 'utf8').digest('base64')
}

export async function hashPassword(password: string): Promise<string> {
  return `${env.get('LANDFALL_PEPPER_ID')}:${await slot(() => hash.make(peppered(password)))}`
}

const derive = promisify<string, string, number, Buffer>(scrypt)

/**
 * A recovery code has 80 bits, so the cost may be lower; one salt a set, so that one computation
 * tells which of the set it is.
 */
export const hashRecoveryCode = (code: string, salt: string): Promise<string> =>
  slot(async () => (await derive(peppered(code), salt, 32)).toString('base64url'))

let decoy: Promise<string> | undefined

/** True for the right password. An unknown account costs the same: pass `null`. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString('hex'))
  const against = stored ?? (await decoy)
  const matches = await slot(() => hash.verify(against.slice(against.indexOf(':') + 1), peppered(password)))
  return stored !== null && matches
}

/** A password a person can read aloud: 20 characters in groups, about 94 bits. */
export function generatePassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
  const characters = Array.from(randomBytes(80), (byte) => (byte < 248 ? alphabet[byte % 31] : '')).join('')
  return characters.slice(0, 20).replace(/(.{5})(?=.)/g, '$1-')
}
