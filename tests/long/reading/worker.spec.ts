import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { test } from '@japa/runner'
import type { Assert } from '@japa/assert'
import { eventually } from '#tests/integration/bin/installation'
import { Drill } from '#tests/support/kills/drill'
import { largeInterchange } from '#tests/support/large_interchange'
import { largeManifest } from '#tests/support/large_manifest'
import { peakMegabytesOf } from '#tests/support/peak_memory'

const PATIENCE_S = 3_000

interface Read {
  readonly state: string
  readonly size_bytes: string
  readonly messages: number
  readonly consignments: number
}

/**
 * Files a message by the API of an installation under its real supervisor and waits until its worker has read and
 * stored it. Returns what was stored and the most memory that this worker, which must not have been replaced, ever had.
 */
async function readByWorker(
  bytes: Iterable<Uint8Array>,
  assert: Assert
): Promise<Read & { idle: number; peak: number }> {
  const drill = await Drill.begin()
  try {
    const worker = await drill.living('worker')
    const idle = peakMegabytesOf(worker)
    const from = performance.now()
    await send(drill, bytes)
    const read = await eventually('the end of reading', () => endOf(drill), PATIENCE_S)
    assert.equal(await drill.living('worker'), worker, 'the worker was replaced')
    const peak = peakMegabytesOf(worker)
    const seconds = (performance.now() - from) / 1000
    const { size_bytes, messages, consignments } = read
    console.log(
      `      ${(Number(size_bytes) / 1e6).toFixed(1)} MB, ${messages} messages, ${consignments} consignments: ` +
        `idle ${idle.toFixed(0)} MB, peak ${peak.toFixed(0)} MB, ${seconds.toFixed(0)} s`
    )
    return { ...read, idle, peak }
  } catch (error) {
    console.log(drill.story())
    throw error
  } finally {
    await drill.end()
  }
}

async function send({ url, token }: Drill, bytes: Iterable<Uint8Array>): Promise<void> {
  const filing = request(`${url}/api/v1/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
  })
  const [[response]] = await Promise.all([
    once(filing, 'response') as Promise<[IncomingMessage]>,
    pipeline(Readable.from(bytes), filing),
  ])
  const answer = await text(response)
  if (response.statusCode !== 202) throw new Error(`${response.statusCode} ${answer}`)
}

async function endOf({ witness }: Drill): Promise<Read | null> {
  const [found] = await witness.rows<Read>(
    `select state, size_bytes, messages, consignments from tenant.received_messages where finished_at is not null`
  )
  return found ?? null
}

test.group('Memory of the worker', () => {
  test('200 MB of Messages are read and stored within 500 MB', async ({ assert }) => {
    const read = await readByWorker(largeInterchange({ seed: 20261, messages: 660, consignments: 500 }), assert)
    assert.isAbove(Number(read.size_bytes), 200e6)
    assert.deepInclude(read, { state: 'registered', messages: 660, consignments: 330_000 })
    assert.isBelow(read.peak, 500)
  }).timeout(3_600_000)

  test('a ship of 20,000 consignments in one Message is read and stored within 900 MB', async ({ assert }) => {
    const read = await readByWorker(largeInterchange({ seed: 20261, messages: 1, consignments: 20_000 }), assert)
    assert.deepInclude(read, { state: 'registered', messages: 1, consignments: 20_000 })
    assert.isBelow(read.peak, 900)
  }).timeout(3_600_000)

  test('a manifest of 20 MB is read in a child and stored within 900 MB', async ({ assert }) => {
    const read = await readByWorker(largeManifest(20 * 1024 * 1024), assert)
    assert.deepInclude(read, { state: 'registered', messages: 1 })
    assert.isAbove(read.consignments, 10_000)
    assert.isBelow(read.peak, 900)
  }).timeout(3_600_000)
})
