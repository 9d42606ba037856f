import { randomBytes } from 'node:crypto'
import { uuidv7 } from '#platform/database/uuid'
import { execute, rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { KeyDestroyed } from './errors.js'
import { KEY_CLASSES, type KeyClass } from './key_classes.js'
import { masterKey } from './master_key.js'
import { openData, openMaster, wrapData } from './wraps.js'

export interface DataKey {
  kid: string
  key: Buffer
}

interface Row {
  kid: string
  state: 'live' | 'former' | 'destroyed'
  ended_at: Date | null
  ended_rule: string | null
  wrapped: Buffer | null
  master_kid: string | null
  by_kid: string | null
  master_wrapped: Buffer | null
}

const SELECT = `select d.kid, d.state, d.ended_at, d.ended_rule, dw.wrapped, m.kid as master_kid, mw.by_kid, mw.wrapped as master_wrapped
   from tenant.keys d left join tenant.key_wraps dw on dw.key_id = d.id
   left join tenant.keys m on m.class = 'master' and m.kid = dw.by_kid left join tenant.key_wraps mw on mw.key_id = m.id`

/**
 * The key that seals now, made when it is the first of its month. Nothing is kept in memory: a
 * destroyed key is gone for every process at once, and one look-up a batch costs little.
 */
export async function currentKey(keyClass: KeyClass, at: Date = new Date()): Promise<DataKey> {
  const period = KEY_CLASSES[keyClass].period === 'month' ? at.toISOString().slice(0, 7) : ''
  const found = await live(keyClass, period)
  if (found) return found
  await unitOfWork(() => make(keyClass, period))
  return (await live(keyClass, period)) ?? currentKey(keyClass, at)
}

/**
 * A key by its id, `null` for an id that this administration never had.
 * @throws E_KEY_DESTROYED with the time and the rule
 */
export async function keyNamed(keyClass: KeyClass, kid: string): Promise<Buffer | null> {
  const found = await rows<Row>(`${SELECT} where d.class = ? and d.kid = ?`, [keyClass, kid])
  return found.length > 0 ? open(found).key : null
}

async function live(keyClass: KeyClass, period: string): Promise<DataKey | null> {
  const found = await rows<Row>(`${SELECT} where d.class = ? and d.period = ? and d.state = 'live'`, [keyClass, period])
  return found.length > 0 ? open(found) : null
}

function open(found: readonly Row[]): DataKey {
  const [first] = found
  const wraps = found.flatMap(({ by_kid: by, master_wrapped: wrapped }) =>
    by && wrapped ? [{ by_kid: by, wrapped }] : []
  )
  if (!first?.wrapped || !first.master_kid || wraps.length === 0)
    throw new KeyDestroyed(first?.ended_at ?? null, first?.ended_rule ?? null)
  return { kid: first.kid, key: openData(openMaster(first.master_kid, wraps), first.kid, first.wrapped) }
}

async function make(keyClass: KeyClass, period: string): Promise<void> {
  const tenant = tenancy.current().administration.id
  const master = await masterKey()
  // Held, so that a rotation that begins now waits for this wrap; begun already, the caller asks again.
  const held = await rows(`select 1 from tenant.keys where id = ? and state = 'live' for share`, [master.id])
  if (held.length === 0) return
  const id = uuidv7()
  const kid = `${keyClass}.${period || 'standing'}.${id.slice(-6)}`
  const inserted = await execute(
    `insert into tenant.keys (tenant_id, id, class, period, kid) values (?, ?, ?, ?, ?)
     on conflict (tenant_id, class, period) where state = 'live' do nothing`,
    [tenant, id, keyClass, period, kid]
  )
  if (inserted === 0) return
  await execute(`insert into tenant.key_wraps (tenant_id, key_id, by_kid, wrapped) values (?, ?, ?, ?)`, [
    tenant,
    id,
    master.kid,
    wrapData(master, kid, randomBytes(32)),
  ])
}
