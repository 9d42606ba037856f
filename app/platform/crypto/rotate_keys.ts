import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { KeyDestroyed } from './errors.js'
import { currentKeyEncryption } from './key_encryption.js'
import { insertMaster, masterKey } from './master_key.js'
import { openData, openMaster, wrapData, wrapMaster } from './wraps.js'

interface Wrap {
  id: string
  kid: string
  wrapped: Buffer
}

const wrapsOf = (kid: string) =>
  rows<{ by_kid: string; wrapped: Buffer }>(
    `select w.by_kid, w.wrapped from tenant.key_wraps w join tenant.keys k on k.id = w.key_id where k.class = 'master' and k.kid = ?`,
    [kid]
  )

/** Master keys of the current administration that lack a wrap under the current key-encryption key. */
export const mastersToWrap = () =>
  rows<{ id: string; kid: string }>(
    `select id, kid from tenant.keys k where class = 'master' and state <> 'destroyed'
        and not exists (select 1 from tenant.key_wraps w where w.key_id = k.id and w.by_kid = ?)`,
    [currentKeyEncryption().kid]
  )

/** Adds to each master key a wrap under the current key-encryption key. What it wraps stays untouched; repeatable. */
export async function wrapMasters(): Promise<number> {
  const waiting = await mastersToWrap()
  for (const { id, kid } of waiting) {
    const by = currentKeyEncryption()
    await insertWrap(id, by.kid, wrapMaster(openMaster(kid, await wrapsOf(kid)), kid, by))
  }
  return waiting.length
}

/** Takes away the wraps under a former key-encryption key, each only beside a wrap under the current one. */
export async function forgetKeyEncryption(kid: string): Promise<number> {
  return execute(
    `delete from tenant.key_wraps old where by_kid = ? and exists (
       select 1 from tenant.key_wraps w where w.key_id = old.key_id and w.by_kid = ?)`,
    [kid, currentKeyEncryption().kid]
  )
}

/**
 * A new master key; every data key is wrapped again under it, one a transaction, and then the former
 * master key is destroyed. A rotation that was cut off is finished before another begins.
 */
export async function rotateMaster(): Promise<{ kid: string; wrapped: number }> {
  if (!(await formerMaster())) await begin()
  const master = await masterKey()
  const former = await formerMaster()
  if (!former) return { kid: master.kid, wrapped: 0 }
  const key = openMaster(former.kid, await wrapsOf(former.kid))
  let wrapped = 0
  for (let next = await nextUnder(former.kid); next; next = await nextUnder(former.kid)) {
    await moveWrap(next, { kid: former.kid, key }, master)
    wrapped++
  }
  await destroyKey(former.id, 'rotated')
  return { kid: master.kid, wrapped }
}

/** Deletes every wrap of a key: what it sealed cannot be read again, here or in a copy of the bytes. */
export async function destroyKey(id: string, rule: string): Promise<void> {
  await unitOfWork(async () => {
    await execute(`delete from tenant.key_wraps where key_id = ?`, [id])
    await execute(
      `update tenant.keys set state = 'destroyed', ended_at = now(), ended_rule = ? where id = ? and state <> 'destroyed'`,
      [rule, id]
    )
  })
}

/** The administration leaves: without its master key none of its bytes can be read by anybody. */
export async function destroyMasters(rule: string): Promise<number> {
  const masters = await rows<{ id: string }>(
    `select id from tenant.keys where class = 'master' and state <> 'destroyed'`
  )
  for (const { id } of masters) await destroyKey(id, rule)
  return masters.length
}

const formerMaster = () =>
  firstRow<{ id: string; kid: string }>(`select id, kid from tenant.keys where class = 'master' and state = 'former'`)

async function begin(): Promise<void> {
  const { id, kid } = await masterKey()
  const number = Number(kid.split('-')[1]) + 1
  await unitOfWork(async () => {
    await execute(`update tenant.keys set state = 'former' where id = ?`, [id])
    await insertMaster(`tmk-${number}`)
  })
}

const nextUnder = (kid: string) =>
  firstRow<Wrap>(
    `select k.id, k.kid, w.wrapped from tenant.key_wraps w join tenant.keys k on k.id = w.key_id
      where w.by_kid = ? and k.class <> 'master' order by k.id limit 1`,
    [kid]
  )

async function moveWrap(
  { id, kid, wrapped }: Wrap,
  from: { kid: string; key: Buffer },
  to: { kid: string; key: Buffer }
) {
  const key = openData(from.key, kid, wrapped)
  await unitOfWork(async () => {
    const taken = await execute(`delete from tenant.key_wraps where key_id = ? and by_kid = ?`, [id, from.kid])
    if (taken === 0) throw new KeyDestroyed(null, null)
    await insertWrap(id, to.kid, wrapData(to, kid, key))
  })
}

const insertWrap = (id: string, by: string, wrapped: Buffer) =>
  execute(
    `insert into tenant.key_wraps (tenant_id, key_id, by_kid, wrapped) values (?, ?, ?, ?) on conflict do nothing`,
    [tenancy.current().administration.id, id, by, wrapped]
  )
