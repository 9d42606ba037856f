import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Derivation } from './key_classes.js'

/** A key for one purpose from another one (HKDF), SECURITY section 4 "keys". */
export function derive(root: Buffer, administrationId: string, purpose: Derivation): Buffer {
  return Buffer.from(hkdfSync('sha256', root, Buffer.from(administrationId), `landfall/v1/${purpose}`, 32))
}

const VERSION = 1

/** AES-256-GCM with version and key id in front: `v | kid length | kid | iv(12) | tag(16) | ciphertext`. */
export function seal(plain: Buffer, key: Buffer, bind: string, kid: string): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(bind))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  const name = Buffer.from(kid)
  return Buffer.concat([Buffer.from([VERSION, name.length]), name, iv, cipher.getAuthTag(), body])
}

/** The id of the key that an envelope was sealed with. */
export function kidOf(sealed: Buffer): string {
  if (sealed[0] !== VERSION) throw new Error(`Sealed with version ${sealed[0]}, this reads ${VERSION}`)
  return sealed.subarray(2, 2 + (sealed[1] ?? 0)).toString()
}

export function unseal(sealed: Buffer, key: Buffer, bind: string): Buffer {
  const start = 2 + Buffer.byteLength(kidOf(sealed))
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(start, start + 12))
  decipher.setAAD(Buffer.from(bind))
  decipher.setAuthTag(sealed.subarray(start + 12, start + 28))
  return Buffer.concat([decipher.update(sealed.subarray(start + 28)), decipher.final()])
}
