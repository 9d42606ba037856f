import type { Passkey } from './factor_store.js'

export interface PasskeyRow {
  id: string
  credential_id: string
  public_key: Buffer
  counter: string
  transports: string
  name: string
  created_at: Date
  last_used_at: Date | null
}

export const passkeyOf = (row: PasskeyRow): Passkey => ({
  id: row.id,
  credentialId: row.credential_id,
  publicKey: row.public_key,
  counter: Number(row.counter),
  transports: row.transports.split(' ').filter(Boolean),
  name: row.name,
  createdAt: row.created_at,
  lastUsedAt: row.last_used_at,
})
