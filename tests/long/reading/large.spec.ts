import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { test } from '@japa/runner'
import { LIMITS } from '#core/formats/edifact/limits'
// @ts-expect-error A script without types.
import { FRUGAL } from '../../../bin/lib/frugal.mjs'

interface Found {
  readonly messages: number
  readonly consignments: number
  readonly codes: Readonly<Record<string, number>>
  readonly bytes: number
  readonly peakMegabytes: number
}

/** Reads in a process of its own with the flags of the worker, so that its memory is that of reading alone. */
async function read(messages: number, consignments: number): Promise<Found> {
  const child = join(import.meta.dirname, 'child.ts')
  const args = [...FRUGAL, '--import', '@poppinss/ts-exec', child, String(messages), String(consignments)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const found: Found = JSON.parse(stdout)
  console.log(`      ${(found.bytes / 1e6).toFixed(1)} MB: peak ${found.peakMegabytes.toFixed(0)} MB`)
  return found
}

test.group('Large interchanges', () => {
  test('200 MB of Messages are read within 400 MB of memory', async ({ assert }) => {
    const found = await read(660, 500)
    assert.isAbove(found.bytes, 200e6)
    assert.deepInclude(found, { messages: 660, consignments: 330_000 })
    assert.isBelow(found.peakMegabytes, 400)
  }).timeout(1_800_000)

  test('a ship of 20,000 consignments in one Message is read within 800 MB', async ({ assert }) => {
    const found = await read(1, 20_000)
    assert.deepInclude(found, { messages: 1, consignments: 20_000 })
    assert.isBelow(found.peakMegabytes, 800)
  }).timeout(1_800_000)

  test('one Message just below the limit is read whole, within 1,300 MB', async ({ assert }) => {
    const found = await read(1, 40_000)
    assert.isBelow(found.bytes, LIMITS.messageBytes)
    assert.isAbove(found.bytes, 0.9 * LIMITS.messageBytes)
    assert.deepInclude(found, { messages: 1, consignments: 40_000 })
    assert.isBelow(found.peakMegabytes, 1_300)
  }).timeout(1_800_000)

  test('Messages beyond the limit are told and passed over', async ({ assert }) => {
    const found = await read(2, 45_000)
    assert.isAbove(found.bytes / 2, LIMITS.messageBytes)
    assert.deepInclude(found, { messages: 2, consignments: 0 })
    assert.equal(found.codes['SYN-LIMIT'], 2)
    // Of it the greater part is the text that was generated.
    assert.isBelow(found.peakMegabytes, 700)
  }).timeout(1_800_000)
})
