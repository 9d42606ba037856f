import db from '@adonisjs/lucid/services/db'
import type { PlatformAuditAction } from '#platform/audit/actions'
import { recordPlatformAction } from '#platform/audit/record_platform'
import { derive } from '#platform/crypto/envelope'
import { currentKeyEncryption, keyEncryptionNamed } from '#platform/crypto/key_encryption'
import { uuidv7 } from '#platform/database/uuid'
import type { FactorAct, FactorStore } from './factor_store.js'
import { passkeyOf, type PasskeyRow } from './passkey_row.js'

const PLATFORM_ACTION: Readonly<Record<FactorAct, PlatformAuditAction>> = {
  'factor.added': 'operator.factor_added',
  'factor.removed': 'operator.factor_removed',
  'factor.refused': 'operator.factor_refused',
  'factor.counter_fell': 'operator.factor_counter_fell',
  'recovery_codes.made': 'operator.recovery_codes_made',
  'recovery_code.used': 'operator.recovery_code_used',
  'password.changed': 'operator.password_changed',
  'name.changed': 'operator.name_changed',
  'session.started': 'operator.session_started',
  'session.ended': 'operator.session_ended',
}

const PLATFORM = 'platform'
type Bindings = readonly (string | number | Buffer)[]
type Answer<T> = { rows: T[]; rowCount: number | null }

const ask = async <T>(sql: string, bindings: Bindings): Promise<Answer<T>> =>
  (await db.connection('auth').rawQuery(sql, bindings as never)) as Answer<T>
const changed = async (sql: string, bindings: Bindings) => ((await ask(sql, bindings)).rowCount ?? 0) > 0
const first = async <T>(sql: string, bindings: Bindings): Promise<T | null> =>
  (await ask<T>(sql, bindings)).rows[0] ?? null

/** Second factors of an operator, in the control plane. */
export function operatorFactors(id: string, asked: { request: string; session: string }): FactorStore {
  return {
    subject: `operator/${id}`,
    async sealingKey() {
      const { kid, key } = currentKeyEncryption()
      return { kid, key: derive(key, PLATFORM, 'operator-totp') }
    },
    async sealingKeyNamed(kid) {
      const key = keyEncryptionNamed(kid)
      return key && derive(key, PLATFORM, 'operator-totp')
    },
    ...ofTotp(id),
    ...ofPasskeys(id),
    ...ofRecoveryCodes(id),
    ...ofAccount(id),
    record: (action, data = {}) =>
      recordPlatformAction({
        action: PLATFORM_ACTION[action],
        actor: { kind: 'operator', id },
        subject: { kind: 'operator', id },
        data,
        ...asked,
      }),
    // The control plane has no units: each act is one statement, and its entry comes first.
    together: (work) => work(),
  }
}

type Part<K extends keyof FactorStore> = Pick<FactorStore, K>

const ofTotp = (id: string): Part<'totp' | 'saveTotp' | 'removeTotp' | 'useStep'> => ({
  async totp() {
    const row = await first<{ seed: Buffer; used_step: string }>(
      `select seed, used_step from control.operator_totp where operator_id = ?`,
      [id]
    )
    return row && { seed: row.seed, usedStep: Number(row.used_step) }
  },
  async saveTotp(seed, step) {
    await ask(
      `insert into control.operator_totp (operator_id, seed, used_step) values (?, ?, ?)
       on conflict (operator_id) do update set seed = excluded.seed, used_step = excluded.used_step, created_at = now()`,
      [id, seed, step]
    )
  },
  removeTotp: () => changed(`delete from control.operator_totp where operator_id = ?`, [id]),
  useStep: (step) =>
    changed(`update control.operator_totp set used_step = ? where operator_id = ? and used_step < ?`, [step, id, step]),
})

const ofPasskeys = (id: string): Part<'passkeys' | 'addPasskey' | 'removePasskey' | 'countPasskeyUse'> => ({
  async passkeys() {
    const { rows } = await ask<PasskeyRow>(
      `select id, credential_id, public_key, counter, transports, name, created_at, last_used_at
         from control.operator_passkeys where operator_id = ? order by created_at, id limit 20`,
      [id]
    )
    return rows.map(passkeyOf)
  },
  async addPasskey({ credentialId, publicKey, counter, transports, name }) {
    const key = uuidv7()
    await ask(
      `insert into control.operator_passkeys (id, operator_id, credential_id, public_key, counter, transports, name)
       values (?, ?, ?, ?, ?, ?, ?)`,
      [key, id, credentialId, publicKey, counter, transports.join(' '), name]
    )
    return key
  },
  removePasskey: (key) => changed(`delete from control.operator_passkeys where operator_id = ? and id = ?`, [id, key]),
  async countPasskeyUse(key, counter) {
    await ask(
      `update control.operator_passkeys set counter = ?, last_used_at = now() where operator_id = ? and id = ?`,
      [counter, id, key]
    )
  },
})

const ofRecoveryCodes = (
  id: string
): Part<'recoverySalt' | 'recoveryLeft' | 'replaceRecoveryCodes' | 'useRecoveryCode'> => ({
  async recoverySalt() {
    const row = await first<{ salt: string }>(
      `select salt from control.operator_recovery_codes where operator_id = ? and used_at is null limit 1`,
      [id]
    )
    return row?.salt ?? null
  },
  async recoveryLeft() {
    const row = await first<{ left: number }>(
      `select count(*)::int as left from control.operator_recovery_codes where operator_id = ? and used_at is null`,
      [id]
    )
    return row?.left ?? 0
  },
  async replaceRecoveryCodes(salt, hashes) {
    await ask(
      `with gone as (delete from control.operator_recovery_codes where operator_id = ?)
       insert into control.operator_recovery_codes (operator_id, salt, code_hash)
       select ?, ?, hash from json_array_elements_text(?::json) as hash`,
      [id, id, salt, JSON.stringify(hashes)]
    )
  },
  useRecoveryCode: (hash) =>
    changed(
      `update control.operator_recovery_codes set used_at = now() where operator_id = ? and code_hash = ? and used_at is null`,
      [id, hash]
    ),
})

const ofAccount = (id: string): Part<'passwordHash' | 'savePassword' | 'rename'> => ({
  async passwordHash() {
    const row = await first<{ password_hash: string }>(`select password_hash from control.operators where id = ?`, [id])
    return row!.password_hash
  },
  async savePassword(hash) {
    await ask(`update control.operators set password_hash = ? where id = ?`, [hash, id])
  },
  async rename(name) {
    await ask(`update control.operators set name = ? where id = ?`, [name, id])
  },
})
