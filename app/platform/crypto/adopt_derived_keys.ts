import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { derive } from './envelope.js'
import { currentKeyEncryption } from './key_encryption.js'
import { wrapData, type MasterKey } from './wraps.js'

/** What the first builds derived straight from the key-encryption key, and for what. */
const DERIVED = { raw: 'blob-wrap', facts: 'facts' } as const

/**
 * An administration that kept bytes before it had keys of its own: what they were sealed with becomes
 * a data key of it, so that they stay readable, survive a rotation and can be shredded like the rest.
 */
export async function adoptDerivedKeys(master: MasterKey): Promise<void> {
  const tenant = tenancy.current().administration.id
  if (!(await firstRow(`select 1 from tenant.received_messages limit 1`))) return
  const by = currentKeyEncryption()
  for (const [keyClass, purpose] of Object.entries(DERIVED) as ['raw' | 'facts', 'blob-wrap' | 'facts'][]) {
    const id = uuidv7()
    await execute(
      `insert into tenant.keys (tenant_id, id, class, period, kid, state) values (?, ?, ?, 'before', ?, 'former')`,
      [tenant, id, keyClass, by.kid]
    )
    const wrapped = wrapData(master, by.kid, derive(by.key, tenant, purpose))
    await execute(`insert into tenant.key_wraps (tenant_id, key_id, by_kid, wrapped) values (?, ?, ?, ?)`, [
      tenant,
      id,
      master.kid,
      wrapped,
    ])
  }
}
