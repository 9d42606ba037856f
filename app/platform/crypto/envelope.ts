import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import env from '#start/env'

/** Key-encryption key → a key per administration and purpose (HKDF), SECURITY section 4 "keys". */
export function derivedKey(administrationId: string, purpose: string): Buffer {
  const root = Buffer.from(env.get('LANDFALL_KEK'), 'base64')
  return Buffer.from(hkdfSync('sha256', root, Buffer.from(administrationId), `landfall/v1/${purpose}`, 32))
}

const VERSION = 1

/** AES-256-GCM with version and key id in front: `v | kid length | kid | iv(12) | tag(16) | ciphertext`. */
export function seal(plain: Buffer, key: Buffer, bind: string, kid: string = env.get('LANDFALL_KEK_ID')): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(bind))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  const name = Buffer.from(kid)
  return Buffer.concat([Buffer.from([VERSION, name.length]), name, iv, cipher.getAuthTag(), body])
}

export function unseal(sealed: Buffer, key: Buffer, bind: string): Buffer {
  if (sealed[0] !== VERSION) throw new Error(`Sealed with version ${sealed[0]}, this reads ${VERSION}`)
  const start = 2 + (sealed[1] ?? 0)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(start, start + 12))
  decipher.setAAD(Buffer.from(bind))
  decipher.setAuthTag(sealed.subarray(start + 12, start + 28))
  return Buffer.concat([decipher.update(sealed.subarray(start + 28)), decipher.final()])
}
