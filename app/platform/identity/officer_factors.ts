import { recordAction } from '#platform/audit/record'
import { currentKey, keyNamed } from '#platform/crypto/data_keys'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { FactorStore, Passkey } from './factor_store.js'
import { passkeyOf, type PasskeyRow } from './passkey_row.js'

/** Second factors of an officer of the current administration. */
export function officerFactors(officerId: string): FactorStore {
  const tenant = tenancy.current().administration.id
  return {
    subject: `officer/${tenant}/${officerId}`,
    sealingKey: () => currentKey('totp'),
    sealingKeyNamed: (kid) => keyNamed('totp', kid),
    ...ofTotp(tenant, officerId),
    ...ofPasskeys(tenant, officerId),
    ...ofRecoveryCodes(tenant, officerId),
    ...ofAccount(officerId),
    record: (action, data = {}) => recordAction({ action, subject: { kind: 'officer', id: officerId }, data }),
    together: unitOfWork,
  }
}

type Part<K extends keyof FactorStore> = Pick<FactorStore, K>

const ofTotp = (tenant: string, officerId: string): Part<'totp' | 'saveTotp' | 'removeTotp' | 'useStep'> => ({
  async totp() {
    const row = await firstRow<{ seed: Buffer; used_step: string }>(
      `select seed, used_step from tenant.officer_totp where officer_id = ?`,
      [officerId]
    )
    return row && { seed: row.seed, usedStep: Number(row.used_step) }
  },
  async saveTotp(seed, step) {
    await execute(
      `insert into tenant.officer_totp (tenant_id, officer_id, seed, used_step) values (?, ?, ?, ?)
       on conflict (tenant_id, officer_id) do update set seed = excluded.seed, used_step = excluded.used_step, created_at = now()`,
      [tenant, officerId, seed, step]
    )
  },
  removeTotp: async () => (await execute(`delete from tenant.officer_totp where officer_id = ?`, [officerId])) > 0,
  useStep: async (step) =>
    (await execute(`update tenant.officer_totp set used_step = ? where officer_id = ? and used_step < ?`, [
      step,
      officerId,
      step,
    ])) > 0,
})

const ofPasskeys = (
  tenant: string,
  officerId: string
): Part<'passkeys' | 'addPasskey' | 'removePasskey' | 'countPasskeyUse'> => ({
  async passkeys(): Promise<Passkey[]> {
    const found = await rows<PasskeyRow>(
      `select id, credential_id, public_key, counter, transports, name, created_at, last_used_at
         from tenant.officer_passkeys where officer_id = ? order by created_at, id limit 20`,
      [officerId]
    )
    return found.map(passkeyOf)
  },
  async addPasskey({ credentialId, publicKey, counter, transports, name }) {
    const id = uuidv7()
    await execute(
      `insert into tenant.officer_passkeys (tenant_id, id, officer_id, credential_id, public_key, counter, transports, name)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      [tenant, id, officerId, credentialId, publicKey, counter, transports.join(' '), name]
    )
    return id
  },
  removePasskey: async (id) =>
    (await execute(`delete from tenant.officer_passkeys where officer_id = ? and id = ?`, [officerId, id])) > 0,
  async countPasskeyUse(id, counter) {
    await execute(
      `update tenant.officer_passkeys set counter = ?, last_used_at = now() where officer_id = ? and id = ?`,
      [counter, officerId, id]
    )
  },
})

const ofRecoveryCodes = (
  tenant: string,
  officerId: string
): Part<'recoverySalt' | 'recoveryLeft' | 'replaceRecoveryCodes' | 'useRecoveryCode'> => ({
  async recoverySalt() {
    const row = await firstRow<{ salt: string }>(
      `select salt from tenant.officer_recovery_codes where officer_id = ? and used_at is null limit 1`,
      [officerId]
    )
    return row?.salt ?? null
  },
  async recoveryLeft() {
    const row = await firstRow<{ left: number }>(
      `select count(*)::int as left from tenant.officer_recovery_codes where officer_id = ? and used_at is null`,
      [officerId]
    )
    return row?.left ?? 0
  },
  async replaceRecoveryCodes(salt, hashes) {
    await execute(`delete from tenant.officer_recovery_codes where officer_id = ?`, [officerId])
    for (const hash of hashes)
      await execute(
        `insert into tenant.officer_recovery_codes (tenant_id, officer_id, salt, code_hash) values (?, ?, ?, ?)`,
        [tenant, officerId, salt, hash]
      )
  },
  useRecoveryCode: async (hash) =>
    (await execute(
      `update tenant.officer_recovery_codes set used_at = now() where officer_id = ? and code_hash = ? and used_at is null`,
      [officerId, hash]
    )) > 0,
})

const ofAccount = (officerId: string): Part<'passwordHash' | 'savePassword' | 'rename'> => ({
  async passwordHash() {
    const row = await firstRow<{ password_hash: string }>(`select password_hash from tenant.officers where id = ?`, [
      officerId,
    ])
    return row!.password_hash
  },
  async savePassword(hash) {
    await execute(`update tenant.officers set password_hash = ? where id = ?`, [hash, officerId])
  },
  async rename(name) {
    await execute(`update tenant.officers set name = ? where id = ?`, [name, officerId])
  },
})
