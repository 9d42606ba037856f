import { readFile, stat } from 'node:fs/promises'
import { generateKeyPairSync } from 'node:crypto'
import { test } from '@japa/runner'
import { readAnchor, type Signer } from '#platform/audit/anchors/anchor'
import { sealBatch } from '#platform/audit/chain/seal_batch'
import { auditSigners } from '#platform/audit/keys'
import { recordAction } from '#platform/audit/record'
import { sealBacklog, Sealer } from '#platform/audit/sealer'
import { verifyChain } from '#platform/audit/verify/verify_chain'
import { firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { AuditChain } from '#tests/support/audit_chain'
import { attempt, connectedAs, enter } from '#tests/support/database_roles'
import { makePlace, type Place } from '#tests/support/world'

const DAY = 24 * 3_600_000
const seals = (place: Place) =>
  place.run(() =>
    rows<{ seq: number; action: string; subject: string | null }>(
      `select s.seq::int as seq, e.action, e.subject_id as subject from tenant.audit_seals s join tenant.audit_entries e on e.id = s.entry_id order by s.seq`
    )
  )
const mark = (id: string) => recordAction({ action: 'consignment.opened', subject: { kind: 'consignment', id } })

test.group('Integration | audit | sealing', () => {
  test('a unit that is rolled back leaves no entry', async ({ assert }) => {
    const place = await makePlace()
    const before = (await seals(place)).length
    await assert.rejects(() =>
      place.run(() =>
        unitOfWork(async () => {
          await mark('rolled back')
          throw new Error('no')
        })
      )
    )
    await sealBacklog(place.administration)
    assert.isFalse((await seals(place)).slice(before).some(({ subject }) => subject === 'rolled back'))
  })

  test('what commits late is chained late, and nothing is lost or out of order', async ({ assert }) => {
    const place = await makePlace()
    await sealBacklog(place.administration)
    let letCommit = () => {}
    const gate = new Promise<void>((resolve) => (letCommit = resolve))
    let written = () => {}
    const isWritten = new Promise<void>((resolve) => (written = resolve))
    const late = place.run(() =>
      unitOfWork(async () => {
        await mark('late')
        written()
        await gate
      })
    )
    await isWritten
    await place.run(() => mark('early'))
    await sealBacklog(place.administration)
    letCommit()
    await late
    await sealBacklog(place.administration)
    const found = await seals(place)
    assert.deepEqual(
      found.map(({ subject }) => subject).filter((subject) => subject === 'early' || subject === 'late'),
      ['early', 'late']
    )
    assert.deepEqual(
      found.map(({ seq }) => seq),
      found.map((_, at) => at + 1)
    )
  })

  test('of several sealers at once one works, and the numbers stay without a gap', async ({ assert }) => {
    const chain = new AuditChain(await makePlace())
    await chain.act(300)
    for (let turn = 0; turn < 10; turn++)
      await Promise.all(Array.from({ length: 4 }, () => sealBatch(chain.place.administration, 37)))
    await chain.seal()
    const found = await seals(chain.place)
    assert.isAtLeast(found.length, 300)
    assert.deepEqual(
      found.map(({ seq }) => seq),
      found.map((_, at) => at + 1)
    )
    assert.equal(
      (await chain.place.run(() => firstRow<{ n: number }>(`select count(*)::int as n from control.audit_queue`)))!.n,
      0
    )
  })

  test('entries and seals are written once: not by the application, and not by the owner in passing', async ({
    assert,
  }) => {
    const chain = new AuditChain(await makePlace())
    await chain.write(3)
    for (const role of ['app', 'owner'] as const) {
      await connectedAs(role, async (client) => {
        await enter(client, chain.place.administration.id)
        for (const sql of [
          `update tenant.audit_entries set action = 'x'`,
          `delete from tenant.audit_entries`,
          `truncate tenant.audit_entries`,
          `update tenant.audit_seals set seq = seq + 1000`,
          `delete from tenant.audit_seals`,
          `truncate tenant.audit_seals`,
        ])
          assert.equal((await attempt(client, sql)).code, '42501', `${role}: ${sql}`)
      })
    }
    await connectedAs('app', async (client) => {
      await enter(client, chain.place.administration.id)
      for (const sql of [
        `delete from control.audit_queue`,
        `insert into tenant.audit_seals (tenant_id, seq, entry_id, hash) select tenant_id, 999, gen_random_uuid(), hash from tenant.audit_seals limit 1`,
        `insert into tenant.audit_entries (tenant_id, id, at, action, class, actor_kind, actor_id, data, request)
           select tenant_id, gen_random_uuid(), at - interval '1 day', action, class, actor_kind, actor_id, data, request from tenant.audit_entries limit 1`,
      ])
        assert.equal((await attempt(client, sql)).code, '42501', sql)
    })
  })

  test('anchors stand in a file of their own, for its owner alone, each signed and chained', async ({ assert }) => {
    const chain = new AuditChain(await makePlace())
    await chain.seal()
    await chain.write(5)
    await chain.seal()
    const lines = (await readFile(chain.anchorFile, 'utf8')).trim().split('\n')
    assert.deepEqual(
      lines.map((line) => readAnchor(line)!.body.kind),
      ['begin', 'head', 'head']
    )
    assert.equal((await stat(chain.anchorFile)).mode & 0o777, 0o600)
    assert.deepEqual((await chain.verdict()).faults, [])
  })

  test('a day that is over gets its Merkle root, once', async ({ assert }) => {
    const place = await makePlace()
    let now = Date.now()
    const chain = new AuditChain(place, auditSigners()!, () => now)
    await chain.anchor()
    await chain.write(7)
    now += DAY
    await chain.seal()
    await chain.anchor()
    const days = (await readFile(chain.anchorFile, 'utf8')).split('\n').filter((line) => line.includes('"kind":"day"'))
    assert.lengthOf(days, 1)
    assert.include(days[0], '"first_seq":1')
    assert.deepEqual((await chain.verdict()).faults, [])
    assert.deepEqual((await place.run(() => verifyChain(place.administration))).faults, [])
  })

  test('a rotated key is handed over by the one before, and its fingerprint still opens the chain', async ({
    assert,
  }) => {
    const [one, two] = [makeSigner('audit-1'), makeSigner('audit-2')]
    const place = await makePlace()
    const first = new AuditChain(place, { current: one, before: null })
    await first.anchor()
    await first.write(3)
    const second = new AuditChain(place, { current: two, before: one })
    await second.write(3)
    const { faults, fingerprint } = await second.verdict()
    assert.deepEqual(faults, [])
    assert.deepEqual((await second.verdict('--fingerprint', fingerprint)).faults, [])
    assert.deepEqual((await second.verdict('--fingerprint', '00'.repeat(32))).faults, [
      { seq: 0, because: 'other_key' },
    ])
    const stranger = new AuditChain(place, { current: makeSigner('audit-3'), before: null })
    await stranger.write(1)
    assert.include(
      (await stranger.verdict()).faults.map(({ because }) => because),
      'anchors_unsigned'
    )
  })

  test('at its start the sealer finds a database that was put back, and says so until it is whole', async ({
    assert,
  }) => {
    const chain = new AuditChain(await makePlace())
    await chain.anchor()
    await chain.write(10)
    const older = await chain.copy()
    await chain.write(10)
    await chain.restore(older)
    const said: string[] = []
    const logger = {
      error: (...words: unknown[]) => void said.push(words.map((word) => JSON.stringify(word)).join(' ')),
    }
    await new Sealer(auditSigners()!, logger).round()
    const { code } = chain.place.administration
    assert.isTrue(
      said.some((line) => line.includes(code) && line.includes('AUDIT ALARM')),
      said.join('\n')
    )
    const alarm = await chain.place.run(() =>
      firstRow<{ value: string }>(`select value from control.health where measure = 'audit_alarm'`)
    )
    assert.equal(alarm?.value, '1')
    const { faults } = await chain.verdict()
    assert.include(
      faults.map(({ because }) => because),
      'broken_before'
    )
  })

  test('the heartbeat comes every five minutes by the clock that is given', async ({ assert }) => {
    const place = await makePlace()
    let now = Date.now()
    const sealer = new Sealer(auditSigners()!, { error: () => {} }, () => now)
    const beats = async () => (await seals(place)).filter(({ action }) => action === 'audit.heartbeat').length
    await sealer.round()
    assert.equal(await beats(), 1)
    now += 4 * 60_000
    await sealer.round()
    assert.equal(await beats(), 1)
    now += 60_000
    await sealer.round()
    assert.equal(await beats(), 2)
  })
})

function makeSigner(id: string): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { id, key: privateKey, publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64') }
}
