import { randomBytes } from 'node:crypto'
import { uuidv7 } from '#platform/database/uuid'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { adoptDerivedKeys } from './adopt_derived_keys.js'
import { KeyDestroyed } from './errors.js'
import { currentKeyEncryption } from './key_encryption.js'
import { openMaster, wrapMaster, type MasterKey } from './wraps.js'

const tenantId = () => tenancy.current().administration.id

/**
 * The master key of the current administration; made when it is first asked for.
 * @throws E_KEY_DESTROYED once the administration's master key was destroyed: nothing is made in its place
 */
export async function masterKey(): Promise<MasterKey> {
  const found = await find()
  if (found) return found
  await refuseAfterDestruction()
  await unitOfWork(async () => {
    await insertMaster('tmk-1')
    await adoptDerivedKeys((await find())!)
  })
  return (await find())!
}

/** Writes a new master key, wrapped under the current key-encryption key; nothing when there is a live one. */
export async function insertMaster(kid: string): Promise<void> {
  const id = uuidv7()
  const inserted = await execute(
    `insert into tenant.keys (tenant_id, id, class, period, kid) values (?, ?, 'master', '', ?)
     on conflict (tenant_id, class, period) where state = 'live' do nothing`,
    [tenantId(), id, kid]
  )
  if (inserted === 0) return
  const by = currentKeyEncryption()
  await execute(`insert into tenant.key_wraps (tenant_id, key_id, by_kid, wrapped) values (?, ?, ?, ?)`, [
    tenantId(),
    id,
    by.kid,
    wrapMaster(randomBytes(32), kid, by),
  ])
}

async function find(): Promise<MasterKey | null> {
  const found = await rows<{ id: string; kid: string; by_kid: string; wrapped: Buffer }>(
    `select k.id, k.kid, w.by_kid, w.wrapped from tenant.keys k join tenant.key_wraps w on w.key_id = k.id
      where k.class = 'master' and k.state = 'live'`
  )
  const [first] = found
  return first ? { id: first.id, kid: first.kid, key: openMaster(first.kid, found) } : null
}

async function refuseAfterDestruction(): Promise<void> {
  const ended = await firstRow<{ ended_at: Date; ended_rule: string | null }>(
    `select ended_at, ended_rule from tenant.keys where class = 'master' and state = 'destroyed' order by ended_at desc limit 1`
  )
  if (ended) throw new KeyDestroyed(ended.ended_at, ended.ended_rule)
}
