import { randomBytes } from 'node:crypto'
import { test } from '@japa/runner'
import { readFacts } from '#app/targeting/published'
import { blobs } from '#platform/blobs/service'
import { currentKey, keyNamed } from '#platform/crypto/data_keys'
import { derive, seal } from '#platform/crypto/envelope'
import { listKeys } from '#platform/crypto/list_keys'
import { masterKey } from '#platform/crypto/master_key'
import {
  destroyKey,
  destroyMasters,
  forgetKeyEncryption,
  rotateMaster,
  wrapMasters,
} from '#platform/crypto/rotate_keys'
import { execute, firstRow, rows } from '#platform/tenancy/database'
import env from '#start/env'
import { makePlace, type Place } from '#tests/support/world'

const once = async function* (text: string) {
  yield Buffer.from(text)
}
const keep = (place: Place, text: string) => place.run(() => blobs.put(place.administration.id, once(text)))
const read = (place: Place, address: string) =>
  place.run(async () => Buffer.concat(await Array.fromAsync(blobs.read(place.administration.id, address))).toString())
const codeOf = (work: () => Promise<unknown>) =>
  work().then(
    () => null,
    (error: { code?: string }) => error.code ?? String(error)
  )
const kidsOf = (place: Place) => place.run(async () => (await listKeys()).map(({ kid, state }) => `${kid} ${state}`))

/** The process as it would start with another key-encryption key in its key file. */
function withKeyEncryption(cleanup: (work: () => void) => void) {
  const before = {
    kid: env.get('LANDFALL_KEK_ID'),
    key: env.get('LANDFALL_KEK'),
    former: env.get('LANDFALL_KEK_FORMER'),
  }
  const set = (kid: string, key: string, former: Record<string, string>) => {
    env.set('LANDFALL_KEK_ID', kid)
    env.set('LANDFALL_KEK', key)
    env.set('LANDFALL_KEK_FORMER', JSON.stringify(former))
  }
  cleanup(() => set(before.kid, before.key, {}))
  return { before, set }
}

test.group('Keys', () => {
  test('each administration, class and month has a key of its own', async ({ assert }) => {
    const [here, there] = [await makePlace(), await makePlace()]
    const [november, december] = [new Date('2026-11-30T23:59:59Z'), new Date('2026-12-01T00:00:00Z')]
    const made = [
      await here.run(() => currentKey('raw', november)),
      await here.run(() => currentKey('raw', december)),
      await here.run(() => currentKey('facts', november)),
      await there.run(() => currentKey('raw', november)),
    ]
    assert.lengthOf(new Set(made.map(({ key }) => key.toString('hex'))), 4)
    assert.deepEqual(await here.run(() => currentKey('raw', new Date('2026-11-01T00:00:00Z'))), made[0])
    assert.deepEqual(await here.run(() => keyNamed('raw', made[0]!.kid)), made[0]!.key)
    assert.isNull(await there.run(() => keyNamed('raw', made[0]!.kid)))
  })

  test('of many who ask at once, one makes the key', async ({ assert }) => {
    const place = await makePlace()
    const made = await Promise.all(Array.from({ length: 12 }, () => place.run(() => currentKey('facts'))))
    assert.lengthOf(new Set(made.map(({ kid, key }) => `${kid} ${key.toString('hex')}`)), 1)
    assert.lengthOf(await kidsOf(place), 2)
  })

  test('a new master key wraps again and seals nothing anew', async ({ assert }) => {
    const place = await makePlace()
    const { address } = await keep(place, 'KEPT')
    await place.run(() => currentKey('facts'))
    const before = await place.run(() => currentKey('raw'))
    assert.deepEqual(await place.run(rotateMaster), { kid: 'tmk-2', wrapped: 2 })
    assert.deepEqual(await place.run(() => currentKey('raw')), before)
    assert.equal(await read(place, address), 'KEPT')
    const kids = await kidsOf(place)
    assert.includeMembers(kids, ['tmk-1 destroyed', 'tmk-2 live'])
    const under = await place.run(() => rows(`select 1 from tenant.key_wraps where by_kid = 'tmk-1'`))
    assert.lengthOf(under, 0)
  })

  test('a rotation that was cut off is gone on with, and meanwhile everything is read', async ({ assert }) => {
    const place = await makePlace()
    const { address } = await keep(place, 'KEPT')
    for (const keyClass of ['facts', 'subject_file', 'pseudonym'] as const) await place.run(() => currentKey(keyClass))
    // As after the first of four wraps: a trigger stands in for the power failure.
    await place.run(() => execute(`update tenant.keys set state = 'former' where class = 'master'`))
    assert.equal(await read(place, address), 'KEPT', 'before a new master key exists')
    await place.run(masterKey).catch(() => {})
    await place.run(async () => {
      const { insertMaster } = await import('#platform/crypto/master_key')
      await insertMaster('tmk-2')
    })
    assert.equal(await read(place, address), 'KEPT', 'half way')
    assert.deepEqual(await place.run(rotateMaster), { kid: 'tmk-2', wrapped: 4 })
    assert.equal(await read(place, address), 'KEPT', 'afterwards')
    assert.deepEqual(await place.run(rotateMaster), { kid: 'tmk-3', wrapped: 4 }, 'and the next one begins')
  })

  test('a new key-encryption key: both open until the old one is retired', async ({ assert, cleanup }) => {
    const place = await makePlace()
    const { address } = await keep(place, 'KEPT')
    const { before, set } = withKeyEncryption(cleanup)
    const next = randomBytes(32).toString('base64')
    const old = { [before.kid]: before.key }
    set('k2', next, old)
    assert.equal(await read(place, address), 'KEPT', 'the former key still opens')
    assert.equal(await place.run(wrapMasters), 1)
    assert.equal(await place.run(wrapMasters), 0, 'nothing is left to do')
    set(before.kid, before.key, {})
    assert.equal(await read(place, address), 'KEPT', 'a process that was not restarted')
    set('k2', next, old)
    assert.equal(await place.run(() => forgetKeyEncryption(before.kid)), 1)
    set('k2', next, {})
    assert.equal(await read(place, address), 'KEPT', 'the new key alone')
    set(before.kid, before.key, {})
    assert.equal(await codeOf(() => read(place, address)), 'E_KEY_UNKNOWN', 'the retired one opens nothing')
  })

  test('a wrap under a former key stays while there is no other', async ({ assert, cleanup }) => {
    const place = await makePlace()
    await keep(place, 'KEPT')
    const { before, set } = withKeyEncryption(cleanup)
    set('k2', randomBytes(32).toString('base64'), { [before.kid]: before.key })
    assert.equal(await place.run(() => forgetKeyEncryption(before.kid)), 0)
  })

  test('a destroyed key takes its month and nothing else', async ({ assert }) => {
    const place = await makePlace()
    const { address } = await keep(place, 'SHREDDED')
    const { id } = (await place.run(() => firstRow<{ id: string }>(`select id from tenant.keys where class = 'raw'`)))!
    await place.run(() => destroyKey(id, 'retention'))
    assert.equal(await codeOf(() => read(place, address)), 'E_KEY_DESTROYED')
    const again = await keep(place, 'SHREDDED')
    assert.notEqual(again.address, address, 'the same bytes live on under the next key')
    assert.equal(await read(place, again.address), 'SHREDDED')
  })

  test('without its master key nothing of an administration is read or begun again, and the neighbour is as before', async ({
    assert,
  }) => {
    const [gone, stays] = [await makePlace(), await makePlace()]
    const [lost, kept] = [await keep(gone, 'GONE'), await keep(stays, 'STAYS')]
    assert.equal(await gone.run(() => destroyMasters('administration_left')), 1)
    assert.equal(await codeOf(() => read(gone, lost.address)), 'E_KEY_DESTROYED')
    assert.equal(await codeOf(() => keep(gone, 'NEW')), 'E_KEY_DESTROYED')
    assert.equal(await read(stays, kept.address), 'STAYS')
  })

  test('what the first builds sealed is adopted: read, rotated, shredded like the rest', async ({ assert }) => {
    const place = await makePlace()
    const tenant = place.administration.id
    const root = Buffer.from(env.get('LANDFALL_KEK'), 'base64')
    const assessment = await place.run(async () => {
      const { uuidv7 } = await import('#platform/database/uuid')
      const { layCargo } = await import('#tests/functional/targeting/authoring/desk')
      const { open } = await layCargo(place)
      const id = uuidv7()
      const facts = seal(Buffer.from('{"old":true}'), derive(root, tenant, 'facts'), id, env.get('LANDFALL_KEK_ID'))
      await execute(
        `insert into tenant.received_messages (tenant_id, id, receipt, channel, filed_at, filed_at_given, blob, size_bytes, sha256)
         values (?, ?, 'R', 'console', now(), false, 'x', 1, 'x')`,
        [tenant, uuidv7()]
      )
      await execute(
        `insert into tenant.consignment_keys (tenant_id, manifest_id, key, consignment_id, first_filer, first_registered_at)
         select tenant_id, manifest_id, 'first', id, 'SENDER', now() from tenant.consignments where id = ?
         on conflict do nothing`,
        [open[0]]
      )
      await execute(
        `insert into tenant.assessments (tenant_id, id, consignment_id, revision_id, revision, because, score, up_to, band, result, facts_hash, facts, versions_hash, duration_us)
         values (?, ?, ?, ?, 1, 'revised', 1, 1, 'low', '{}', 'x', ?, 'x', 1)`,
        [tenant, id, open[0], uuidv7(), facts]
      )
      return id
    })
    await place.run(masterKey)
    assert.deepEqual((await place.run(() => readFacts(assessment)))?.facts as unknown, { old: true })
    await place.run(rotateMaster)
    assert.deepEqual((await place.run(() => readFacts(assessment)))?.facts as unknown, { old: true })
    const { id } = (await place.run(() =>
      firstRow<{ id: string }>(`select id from tenant.keys where class = 'facts'`)
    ))!
    await place.run(() => destroyKey(id, 'retention'))
    const read = await place.run(() => readFacts(assessment))
    assert.isNull(read?.facts)
    assert.equal(read?.erased?.rule, 'retention')
    assert.instanceOf(read?.erased?.at, Date)
  })
})
