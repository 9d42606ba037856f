import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { crc32 } from 'node:zlib'

/**
 * Tokens of machines (SECURITY section 4): `lf_api_<kid>_<secret>_<crc>`. The prefix and the
 * checksum let scanners find leaked ones; the database holds a hash of the secret only.
 */
export interface ApiToken {
  kid: string
  secret: string
}

const SHAPE = /^lf_api_([a-z0-9]{10})_([A-Za-z0-9_-]{43})_([0-9a-f]{8})$/
const SIGNS = 'abcdefghijklmnopqrstuvwxyz0123456789'

export const newToken = (): ApiToken => ({
  kid: Array.from({ length: 10 }, () => SIGNS[randomInt(SIGNS.length)]!).join(''),
  secret: randomBytes(32).toString('base64url'),
})

export const printToken = ({ kid, secret }: ApiToken): string => {
  const body = `lf_api_${kid}_${secret}`
  return `${body}_${checksum(body)}`
}

/** The parts of a token, or `null` for what is none. */
export const parseToken = (text: string): ApiToken | null => {
  const [whole, kid, secret, crc] = SHAPE.exec(text) ?? []
  if (!whole || !kid || !secret) return null
  return checksum(whole.slice(0, -9)) === crc ? { kid, secret } : null
}

export const secretHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

export const sameHash = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

const checksum = (body: string): string => crc32(body).toString(16).padStart(8, '0')
