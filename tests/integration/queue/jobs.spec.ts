import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { test } from '@japa/runner'
import { dispatch, useJobSender, type JobSender } from '#platform/queue/dispatch'
import { ring } from '#platform/queue/doorbell'
import { signEnvelope } from '#platform/queue/envelope'
import { sweepDoorbells } from '#platform/queue/sweep'
import { unitOfWork } from '#platform/tenancy/database'
import { eventually } from '#tests/integration/bin/installation'
import { ask } from '#tests/support/intake'
import { probes } from '#tests/support/probe_jobs'
import { makePlace, type Place } from '#tests/support/world'
import { BACKENDS, QueueBench } from './bench.js'

const seen = (count: number) => eventually(`${count} executions`, () => (probes.seen.length >= count ? true : null))
const idle = (bench: QueueBench) =>
  eventually('an empty queue', async () => {
    const { waiting, active, delayed } = await bench.counts()
    return waiting! + active! + delayed! === 0 ? true : null
  })
const bells = (place: Place) => ask<{ room: string }>(place, `select room from control.doorbells where room = 'probe'`)
const ringIn = (place: Place) => place.run(() => unitOfWork(() => ring('probe')))

for (const backend of BACKENDS) {
  test.group(`Jobs on ${backend}`, (group) => {
    let place: Place
    let bench: QueueBench

    group.setup(async () => {
      place = await makePlace()
    })
    group.each.setup(() => {
      bench = new QueueBench(backend)
      probes.begin()
      return () => bench.close()
    })

    test('a job runs inside the administration that sent it', async ({ assert }) => {
      await bench.consume()
      await place.run(() => dispatch('probe', { n: 7 }))
      await seen(1)
      assert.containSubset(probes.seen, [{ administration: place.administration.code, payload: { n: 7 } }])
    })

    test('rings for a room that waits already are one job', async ({ assert }) => {
      for (let rings = 0; rings < 10; rings++) await ringIn(place)
      assert.equal((await bench.counts()).waiting, 1)
      await bench.consume()
      await seen(1)
      await idle(bench)
      assert.lengthOf(probes.seen, 1)
      assert.lengthOf(await bells(place), 0)
    })

    test('rings during the work are one more turn, and no ring is lost', async ({ assert }) => {
      const working = Promise.withResolvers<void>()
      probes.begin(() => (probes.seen.length === 1 ? working.promise : Promise.resolve()))
      await bench.consume()
      await ringIn(place)
      await seen(1)
      for (let rings = 0; rings < 5; rings++) await ringIn(place)
      working.resolve()
      await seen(2)
      await idle(bench)
      assert.lengthOf(probes.seen, 2)
      assert.lengthOf(await bells(place), 0)
    })

    test('a drain that leaves rows comes again', async ({ assert }) => {
      probes.begin(async () => probes.seen.length < 4)
      await bench.consume()
      await ringIn(place)
      await seen(4)
      await idle(bench)
      assert.lengthOf(probes.seen, 4)
    })

    test('a failing job is tried again, each time later', async ({ assert }) => {
      probes.begin(async () => {
        if (probes.seen.length < 3) throw new Error('not yet')
      })
      await bench.consume()
      await place.run(() => dispatch('probe'))
      await seen(3)
      await idle(bench)
      const [first, second, third] = probes.seen.map(({ at }) => at)
      assert.isAtLeast(second! - first!, 500)
      assert.isAtLeast(third! - second!, 1_000)
      assert.lengthOf(probes.seen, 3)
    })

    test('what a killed worker held is taken over', async ({ assert }) => {
      await ringIn(place)
      const doomed = await bench.doomedWorker()
      doomed.kill('SIGKILL')
      await once(doomed, 'exit')
      assert.equal((await bench.counts()).active, 1)
      await bench.consume()
      await seen(1)
      await idle(bench)
      assert.lengthOf(probes.seen, 1)
      assert.lengthOf(await bells(place), 0)
    })

    test('the sweep finds a bell whose job was never sent', async ({ assert }) => {
      const lost: JobSender = { send: () => Promise.reject(new Error('the queue is away')) }
      useJobSender(lost)
      await ringIn(place)
      useJobSender(bench.sender)
      assert.lengthOf(await bells(place), 1)
      assert.equal((await bench.counts()).waiting, 0)
      assert.isAtLeast(await sweepDoorbells(0), 1)
      await bench.consume()
      await eventually('the bell answered', async () => ((await bells(place)).length === 0 ? true : null))
      assert.include(
        probes.seen.map(({ administration }) => administration),
        place.administration.code
      )
    })

    test('a job that was altered on its way is not executed', async ({ assert }) => {
      const other = await makePlace()
      const actor = { kind: 'system' as const, id: 'test' }
      const signed = signEnvelope({
        job: 'probe',
        administrationId: place.administration.id,
        actor,
        correlationId: 'c',
        payload: {},
        issuedAt: 0,
      })
      const worker = await bench.consume()
      const failed = once(worker, 'failed')
      await bench.sender.send(
        { ...signed, administrationId: other.administration.id },
        { deduplicationId: null, attempts: 1 }
      )
      const [, error] = await failed
      assert.equal(error.code, 'E_JOB_SIGNATURE')
      assert.lengthOf(probes.seen, 0)
    })

    test('one administration that floods does not hold up another', async ({ assert }) => {
      const other = await makePlace()
      const flood = place.administration.code
      const turns = () => probes.seen.filter(({ administration }) => administration === flood).length
      probes.begin(async ({ administration }) => {
        await sleep(20)
        return administration === flood && turns() < 30
      })
      await ringIn(place)
      await bench.consume()
      await seen(3)
      const before = probes.seen.length
      await ringIn(other)
      await eventually('the other', () =>
        probes.seen.some(({ administration }) => administration === other.administration.code) ? true : null
      )
      const turn = probes.seen.findIndex(({ administration }) => administration === other.administration.code)
      assert.isAtMost(turn - before, 3)
      await eventually('the end of the flood', () => (turns() === 30 ? true : null))
      await idle(bench)
    })
  })
}
