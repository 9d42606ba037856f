import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@japa/runner'

interface Found {
  readonly messages: number
  readonly consignments: number
  readonly codes: Readonly<Record<string, number>>
  readonly bytes: number
  readonly peakMegabytes: number
}

/**
 * Reads in a process of its own, so that its memory is that of reading alone. With `heap` (MB) it may not let garbage
 * lie as it does where there is room; a process that needs more than that dies.
 */
async function read(messages: number, consignments: number, heap?: number): Promise<Found> {
  const child = join(import.meta.dirname, 'child.ts')
  const limit = heap === undefined ? [] : [`--max-old-space-size=${heap}`]
  const args = [...limit, '--import', '@poppinss/ts-exec', child, String(messages), String(consignments)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return JSON.parse(stdout)
}

test.group('Large interchanges', () => {
  test('200 MB of Messages are read within 500 MB of memory', async ({ assert }) => {
    const found = await read(700, 500, 256)
    assert.isAbove(found.bytes, 200e6)
    assert.deepInclude(found, { messages: 700, consignments: 350_000 })
    assert.isBelow(found.peakMegabytes, 500)
  }).timeout(1_800_000)

  test('Messages beyond the limit of 64 MB are told and passed over', async ({ assert }) => {
    const found = await read(2, 120_000)
    assert.isAbove(found.bytes / 2, 64 * 1024 * 1024)
    assert.deepInclude(found, { messages: 2, consignments: 0 })
    assert.equal(found.codes['SYN-LIMIT'], 2)
  }).timeout(1_800_000)

  test('one Message just below the limit is read whole', async ({ assert }) => {
    const found = await read(1, 100_000)
    assert.isBelow(found.bytes, 64 * 1024 * 1024)
    assert.isAbove(found.bytes, 56 * 1024 * 1024)
    assert.deepInclude(found, { messages: 1, consignments: 100_000 })
  }).timeout(1_800_000)
})
