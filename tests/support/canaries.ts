import type { DatabaseAddress } from '#platform/database/connections'
import { connectedAs, enter } from './database_roles.js'
import { columnsOf } from './inventory.js'

/**
 * Text columns that programs read as codes, hashes or addresses: with any other text in them the
 * pages of their own administration would not open. Every other one, also one added tomorrow, gets a canary.
 */
const CODED = new Set([
  'state',
  'code',
  'kind',
  'mode',
  'level',
  'nature',
  'nature_because',
  'locale',
  'timezone',
  'band',
  'threat',
  'because',
  'effect',
  'scopes',
  'permission',
  'channel',
  'severity',
  'blob',
  'kid',
  'commitment',
  'sha256',
  'kid',
  'secret_hash',
  'password_hash',
  'content_hash',
  'facts_hash',
  'record_hash',
  'versions_hash',
  'document_hash',
  'format',
  'charset',
  'name_key',
  'plugin_version',
  'port',
  'ports',
  'loading_port',
  'discharge_port',
  'previous_port',
  'port_code',
  'reason_codes',
  'always_filed',
  'tag',
  'call_key',
  'decision_reason',
  'type',
  'version',
  'profile',
  'function',
  'function_code',
  'source',
  'flag',
  'salt',
  'transports',
  'what',
  'place',
  'party_hash',
  'matched_by',
  'rule',
  'erased_rule',
  'masked_rule',
  'ended_rule',
  'digest',
  'record_hash',
  'versions_hash',
  'template',
  'conflict',
  'subject_id',
])

/** Written once and never changed, by nobody: rows of codes, ids and hashes. */
const IMMUTABLE = new Set(['audit_entries', 'audit_seals'])

/** Writes `<canary>-<table>-<column>` into every free text column of an administration. */
export async function paint(tenant: string, canary: string, address: DatabaseAddress): Promise<void> {
  await connectedAs(
    'owner',
    async (client) => {
      await enter(client, tenant)
      const free = (await columnsOf(client)).filter(
        ({ table, name, type, bound }) => type === 'text' && !bound && !CODED.has(name) && !IMMUTABLE.has(table)
      )
      for (const { table, name } of free) {
        await client.query(`update tenant.${table} set ${name} = $1 where ${name} is not null`, [
          `${canary}-${table}-${name}`,
        ])
      }
    },
    address
  )
}
