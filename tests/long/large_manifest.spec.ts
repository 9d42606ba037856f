import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { test } from '@japa/runner'

const SCRIPT = 'tests/support/manifests/read_large.mjs'
const MIB = 49
/** Heap of the reader in MiB: V8 ends a process that needs more. */
const HEAP = 500

interface Found {
  bytes: number
  consignments: number
  elements: number
  last: { offset: number; length: number; path: string }
  seconds: number
  peakMegabytes: number
}

test('a manifest of fifty megabytes is read with a bounded heap', async ({ assert }) => {
  const { stdout } = await promisify(execFile)(process.execPath, [
    `--max-old-space-size=${HEAP}`,
    '--import',
    '@poppinss/ts-exec',
    SCRIPT,
    String(MIB),
  ])
  const found = JSON.parse(stdout) as Found
  console.log(
    `      ${(found.bytes / 1e6).toFixed(1)} MB, ${found.consignments} bills, ${found.elements} elements: peak ${found.peakMegabytes.toFixed(0)} MB, ${found.seconds.toFixed(1)} s of processor`
  )
  assert.isAtLeast(found.bytes, MIB * 1024 * 1024)
  assert.isAbove(found.consignments, 10_000)
  assert.equal(found.last.path, `/Awmds/Bol_segment[${found.consignments}]/Bol_id/Bol_reference`)
  assert.isAbove(found.last.offset, 0.99 * found.bytes)
  assert.isBelow(found.peakMegabytes, 900)
}).timeout(1_800_000)
