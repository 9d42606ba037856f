import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import type { Worker } from 'bullmq'
import { startConsumer } from '#platform/queue/consumer'
import { useJobSender } from '#platform/queue/dispatch'
import { ring } from '#platform/queue/doorbell'
import { BullSender } from '#platform/queue/queue_provider'
import { sweepDoorbells } from '#platform/queue/sweep'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { eventually } from '#tests/integration/bin/installation'
import { BACKENDS, QueueBench } from '#tests/integration/queue/bench'
import { OwnRedis } from '#tests/support/faults/own_redis'
import { ask } from '#tests/support/intake'
import { probes } from '#tests/support/probe_jobs'
import { makePlace, type Place } from '#tests/support/world'

const bells = (place: Place) => ask(place, `select room from control.doorbells where room = 'probe'`)
const answered = (place: Place) =>
  eventually('an answered bell', async () => ((await bells(place)).length === 0 ? true : null))
const ringIn = (place: Place) => place.run(() => unitOfWork(() => ring('probe')))

test.group('Faults | queue away', (group) => {
  let redis: OwnRedis
  group.setup(async () => {
    redis = await OwnRedis.start()
    return () => redis.kill()
  })

  test('without Redis what was said stands and nobody waits; when it is back, empty, the sweep rings', async ({
    assert,
    cleanup,
  }) => {
    const place = await makePlace()
    const name = `test-${randomUUID()}`
    const sender = new BullSender(name, redis.url)
    const before = useJobSender(sender)
    let consumer: Worker | undefined
    probes.begin()
    cleanup(async () => {
      useJobSender(before)
      await consumer?.close(true)
      await sender.close()
    })
    await ringIn(place)
    consumer = await startConsumer(name, { concurrency: 1, redisUrl: redis.url })
    await answered(place)

    await redis.kill()
    for (let rings = 0; rings < 20; rings++) await ringIn(place)
    assert.lengthOf(await bells(place), 1)
    await sweepDoorbells(0)
    assert.lengthOf(await bells(place), 1)
    const done = probes.seen.length

    await redis.comeBack()
    await eventually('the answered bell', async () => {
      await sweepDoorbells(0)
      return (await bells(place)).length === 0 ? true : null
    })
    assert.isAbove(probes.seen.length, done)
  }).timeout(90_000)
})

for (const backend of BACKENDS) {
  test.group(`Faults | clock set back, jobs on ${backend}`, (group) => {
    let bench: QueueBench
    group.each.setup(() => {
      bench = new QueueBench(backend)
      probes.begin()
      return () => bench.close()
    })

    test('a drain put off into a time that will not come for days turns all the same', async ({ assert }) => {
      const place = await makePlace()
      await bench.putOff(`probe.drain/${place.administration.id}`, 2 * 24 * 3_600_000)
      await ringIn(place)
      await bench.consume()
      await sweepDoorbells(0)
      assert.lengthOf(await bells(place), 1, 'the job that was put off stands for every ring')
      await place.run(() => execute(`update control.doorbells set hung_at = hung_at - interval '2 minutes'`))
      await sweepDoorbells(0)
      await answered(place)
    })
  })
}
