import { createPrivateKey, createPublicKey } from 'node:crypto'
import env from '#start/env'
import type { Signer } from './anchors/anchor.js'
import type { Signers } from './anchors/anchor_chain.js'

const signer = (id: string, key: string): Signer => {
  const privateKey = createPrivateKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64')
  return { id, key: privateKey, publicKey }
}

/** The keys that sign anchors: only the worker is given them. `null` in every other process. */
export function auditSigners(): Signers | null {
  const [id, key] = [env.get('LANDFALL_AUDIT_KEY_ID'), env.get('LANDFALL_AUDIT_KEY')]
  if (!id || !key) return null
  const [idBefore, before] = [env.get('LANDFALL_AUDIT_KEY_BEFORE_ID'), env.get('LANDFALL_AUDIT_KEY_BEFORE')]
  return { current: signer(id, key), before: idBefore && before ? signer(idBefore, before) : null }
}

/** Public halves of every key this installation ever signed with, by id: what an anchor is believed by. */
export const auditPublicKeys = (): Readonly<Record<string, string>> =>
  JSON.parse(env.get('LANDFALL_AUDIT_PUBLIC_KEYS') ?? '{}') as Record<string, string>
