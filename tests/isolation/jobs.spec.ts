import { randomUUID } from 'node:crypto'
import { Queue, Worker } from 'bullmq'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { queueBackend } from '#platform/queue/connection'
import { dispatch, useJobSender } from '#platform/queue/dispatch'
import { signEnvelope, verifyEnvelope, type JobEnvelope } from '#platform/queue/envelope'
import { perform } from '#platform/queue/perform'
import { jobRegistry } from '#platform/queue/registry'
import { collidingWorlds, type Side } from '#tests/support/colliding_worlds'
import { connectedAs } from '#tests/support/database_roles'
import { changed, Fingerprint } from '#tests/support/fingerprint'
import { makePlace } from '#tests/support/world'
import { alterations } from './jobs/alterations.js'
import { count } from './tally.js'

const envelope = (job: string, administrationId: string | null, payload: JobEnvelope['payload'] = {}): JobEnvelope =>
  signEnvelope({
    job,
    administrationId,
    actor: { kind: 'system', id: 'test' },
    correlationId: randomUUID(),
    payload,
    issuedAt: Date.now(),
  })

const codeOf = (work: () => Promise<unknown>) =>
  work().then(
    () => null,
    (error: { code?: string }) => error.code ?? String(error)
  )

/** Every id of a side under every name a job might ask for. */
const everyId = ({ ids, place }: Side) => ({
  ...ids,
  id: ids.message,
  administrationId: place.administration.id,
  tenant_id: place.administration.id,
})

test.group('Isolation | jobs', () => {
  test('every job, handed the ids of a neighbour, leaves the neighbour alone', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const print = await Fingerprint.of(b.place.administration.id)
    const before = await print.take()
    for (const { jobName, plane } of jobRegistry.all()) {
      assert.equal(plane, 'tenant', `unattacked: ${jobName} runs outside every administration`)
      await perform(envelope(jobName, a.place.administration.id, everyId(b)))
      assert.deepEqual(
        changed(before, await print.take()).filter((name) => name !== 'mail'),
        [],
        jobName
      )
      count('jobs', 1)
    }
    await print.close()
    assert.isNotEmpty(jobRegistry.all())
  }).timeout(60_000)

  test('an envelope altered in any place is refused', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const good = envelope('intake.drain', a.place.administration.id, { id: a.ids.message })
    verifyEnvelope(good)
    for (const [what, altered] of Object.entries(alterations(good, b.place.administration.id, b.ids.message))) {
      assert.equal(await codeOf(() => perform(altered)), 'E_JOB_SIGNATURE', what)
      count('altered envelopes', 1)
    }
  })

  test('a worker that checks nothing would be noticed', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const trusting = async (altered: JobEnvelope) => void altered
    const good = envelope('intake.drain', a.place.administration.id)
    const passed: string[] = []
    for (const [what, altered] of Object.entries(alterations(good, b.place.administration.id, b.ids.message))) {
      if ((await codeOf(() => trusting(altered))) === null) passed.push(what)
    }
    assert.include(passed, 'another administration')
    count('planted holes caught', 1)
  })

  test('a job of an unknown, suspended or absent administration is denied', async ({ assert }) => {
    const place = await makePlace()
    await db
      .connection('control')
      .from('control.administrations')
      .where('id', place.administration.id)
      .update({ state: 'suspended' })
    for (const { jobName } of jobRegistry.all()) {
      for (const administration of [randomUUID(), place.administration.id, null]) {
        assert.equal(await codeOf(() => perform(envelope(jobName, administration))), 'E_JOB_DENIED', jobName)
      }
    }
    assert.equal(await codeOf(() => perform(envelope('nothing.drain', place.administration.id))), 'E_JOB_UNKNOWN')
  })

  test('a job carries the administration that sent it', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const sent: JobEnvelope[] = []
    const before = useJobSender({ send: async (each) => void sent.push(each) })
    await Promise.all([a, b].map((side) => side.place.run(() => dispatch('intake.drain'))))
    useJobSender(before)
    assert.sameMembers(
      sent.map(({ administrationId }) => administrationId),
      [a.place.administration.id, b.place.administration.id]
    )
    assert.throws(() => verifyEnvelope({ ...sent[0]!, administrationId: sent[1]!.administrationId }))
  })

  test('what lies in the queue holds no text of anybody', async ({ assert }) => {
    const { a, b } = await collidingWorlds()
    const held = await connectedAs('queue', async (client) => {
      const { rows: tables } = await client.query<{ name: string }>(
        `select c.relname as name from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where n.nspname = 'bullmq' and c.relkind = 'r'`
      )
      const texts: string[] = []
      for (const { name } of tables)
        texts.push(
          ...(await client.query<{ row: string }>(`select t::text as row from bullmq."${name}" t`)).rows.map(
            ({ row }) => row
          )
        )
      return texts
    })
    assert.isTrue(
      held.some((row) => row.includes(b.place.administration.id)),
      'jobs of the world lie in the queue'
    )
    for (const row of held) assert.notMatch(row, new RegExp(`${a.canary}|${b.canary}|SAME NAME|XCARBOG`))
    count('queue rows', held.length)
  })

  const backends = {
    PostgreSQL: undefined,
    ...(process.env.LANDFALL_TEST_REDIS_URL ? { Redis: process.env.LANDFALL_TEST_REDIS_URL } : {}),
  }
  for (const [name, redisUrl] of Object.entries(backends)) {
    test(`an envelope altered in the queue is not executed (${name})`, async ({ assert, cleanup }) => {
      const { a, b } = await collidingWorlds()
      const { connection, backend } = queueBackend(4, redisUrl)
      const queue = new Queue('landfall_isolation', { connection }, backend as never)
      const done = new Map<string, string>()
      let finished = () => {}
      const both = new Promise<void>((resolve) => (finished = resolve))
      const worker = new Worker<JobEnvelope>(
        'landfall_isolation',
        (job) => perform(job.data),
        { connection },
        backend as never
      )
      const note = (id: string, outcome: string) => {
        done.set(id, outcome)
        if (done.size === 2) finished()
      }
      worker.on('completed', (job) => note(job.data.correlationId, 'completed'))
      worker.on('failed', (job, error) =>
        note(job!.data.correlationId, (error as { code?: string }).code ?? error.message)
      )
      cleanup(async () => {
        await worker.close()
        await queue.obliterate({ force: true }).catch(() => {})
        await queue.close()
      })
      const good = envelope('delivery.drain', a.place.administration.id)
      const stolen = {
        ...envelope('delivery.drain', a.place.administration.id),
        administrationId: b.place.administration.id,
      }
      await queue.add(good.job, good)
      await queue.add(stolen.job, stolen)
      await both
      assert.deepEqual(Object.fromEntries(done), {
        [good.correlationId]: 'completed',
        [stolen.correlationId]: 'E_JOB_SIGNATURE',
      })
      count('queue backends', 1)
    }).timeout(30_000)
  }
})
