import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'

/**
 * Tokens of this system (SECURITY section 4): `lf_<kind>_<kid>_<secret>_<crc>`. Prefix and checksum
 * let scanners find leaked ones; the database holds a hash of the secret only.
 */
export interface SecretToken {
  kid: string
  secret: string
}
export type TokenKind = 'api' | 'inv'

const SHAPE = /^lf_([a-z]{2,3})_([a-z0-9]{10})_([A-Za-z0-9_-]{43})_([0-9a-f]{8})$/
const SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789'

export const newToken = (): SecretToken => ({
  kid: Array.from({ length: 10 }, () => SIGNS[randomInt(SIGNS.length)]!).join(''),
  secret: randomBytes(32).toString('base64url'),
})

export const printToken = (kind: TokenKind, { kid, secret }: SecretToken): string => {
  const body = `lf_${kind}_${kid}_${secret}`
  return `${body}_${checksum(body)}`
}

/** The parts of a token of this kind, or `null` for what is none. */
export const parseToken = (kind: TokenKind, text: string): SecretToken | null => {
  const [whole, given, kid, secret, crc] = SHAPE.exec(text) ?? []
  if (!whole || given !== kind || !kid || !secret) return null
  return checksum(whole.slice(0, -9)) === crc ? { kid, secret } : null
}

export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const sameHash = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const checksum = (body: string): string => crc32(body).toString(16).padStart(8, '0')
