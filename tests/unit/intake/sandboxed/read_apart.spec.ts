import { join } from 'node:path'
import { test } from '@japa/runner'
import { isEnd, isMessage } from '#app/intake/sandboxed/checked_answer'
import { isReportedConsignment } from '#app/intake/sandboxed/consignment_shape'
import { APART, readApart } from '#app/intake/sandboxed/read_apart'
import type { FileReading, ReadMessage } from '#core/formats/format'
import { LARGE_XML } from '#core/formats/asycuda/read_manifest'
import { readFile, type ReadOptions } from '#core/formats/read_file'
import type { ReadApart } from '#core/formats/read_apart'
import { loadReferenceData } from '#platform/reference/load_reference_data'
import jamaica from '#plugins/jamaica/plugin'
import { awmds, bol, LOOSE } from '../../core/formats/asycuda/asycuda_texts.js'

const reference = loadReferenceData(join(import.meta.dirname, '../../../../database/reference'))
const options: ReadOptions = { profiles: jamaica.formatProfiles ?? [], reference }

/** Somewhat more than is read in this process, with something wrong in many a bill. */
const large = (): Buffer => {
  const bills: string[] = []
  for (let size = 0; size <= LARGE_XML + 1024; size += bills.at(-1)!.length)
    bills.push(bol(`BL${bills.length}`, bills.length % 3 === 0 ? LOOSE : {}).replace('1450.5', 'a & b'))
  return Buffer.from(awmds(...bills))
}

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += 100_000) yield bytes.subarray(at, at + 100_000)
}

async function read(bytes: Buffer, how: ReadOptions): Promise<{ messages: ReadMessage[]; file: FileReading }> {
  const messages: ReadMessage[] = []
  const reading = readFile(pieces(bytes), how)
  for (;;) {
    const { done, value } = await reading.next()
    if (done) return JSON.parse(JSON.stringify({ messages, file: value }))
    messages.push(value)
  }
}

const within =
  (limits: Partial<typeof APART>): ReadApart =>
  (bytes, how) =>
    readApart(bytes, how, { ...APART, ...limits })

test.group('T42 large XML', () => {
  test('a large manifest gives outside of this process what it gives inside', async ({ assert }) => {
    const bytes = large()
    let apart = 0
    const counted: ReadApart = (...given) => {
      apart += 1
      return readApart(...given)
    }
    const inside = await read(bytes, options)
    assert.deepEqual(await read(bytes, { ...options, readApart: counted }), inside)
    assert.equal(apart, 1)
    assert.isAbove(inside.messages[0]!.report!.consignments.length, 3_000)
    assert.match(inside.messages[0]!.report!.profile, /^jamaica\./)
    await read(Buffer.from(awmds(bol('BL1'))), { ...options, readApart: counted })
    assert.equal(apart, 1, 'a small one is read here')
  }).timeout(60_000)

  test('one that is stopped by its {what} says so, is no manifest, and the next is read')
    .with([
      { what: 'time', limits: { milliseconds: 1 } },
      { what: 'memory', limits: { memoryBytes: 80 * 1024 * 1024 } },
      { what: 'answer', limits: { outputBytes: 1024 * 1024 } },
    ])
    .run(async ({ assert }, { limits }) => {
      const { messages, file } = await read(large(), { ...options, readApart: within(limits) })
      assert.deepEqual(messages, [])
      assert.isNull(file.format)
      assert.deepEqual(file.problems, [{ code: 'SYN-LIMIT', severity: 'fatal' }])
      const next = await read(Buffer.from(awmds(bol('BL1'))), { ...options, readApart: within(limits) })
      assert.lengthOf(next.messages, 1)
    })
    .timeout(60_000)

  test('what reading the bytes throws is thrown on', async ({ assert }) => {
    async function* failing() {
      yield large()
      throw new Error('the store is gone')
    }
    const reading = readFile(failing(), { ...options, readApart })
    await assert.rejects(async () => {
      for await (const message of reading) assert.isNull(message, 'half a manifest')
    }, 'the store is gone')
  }).timeout(60_000)

  test('an answer that is not what a reader gives goes no further', async ({ assert }) => {
    const { messages, file } = await read(Buffer.from(awmds(bol('BL1'))), options)
    const [message] = messages
    const consignment = message!.report!.consignments[0]!
    const bare = { ...message!, report: { ...message!.report!, consignments: [] } }
    assert.isTrue(isReportedConsignment(consignment) && isMessage(bare) && isEnd(file))
    for (const wrong of [
      { ...consignment, usable: 'yes' },
      { ...consignment, consignment: { ...consignment.consignment, level: 'admiral' } },
      { ...consignment, consignment: { ...consignment.consignment, reference: { toString: 'x' } } },
      { ...consignment, problems: [{ code: 'NO-SUCH-CODE', severity: 'error' }] },
      { ...consignment, provenance: { reference: [{ offset: -1 }] } },
      { ...consignment, further: 1 },
      null,
    ])
      assert.isFalse(isReportedConsignment(wrong))
    for (const wrong of [message, { ...bare, index: 0.5 }, { ...bare, document: {} }, { ...bare, report: {} }])
      assert.isFalse(isMessage(wrong))
    for (const wrong of [
      { ...file, format: 'EDIFACT' },
      { ...file, problems: {} },
    ])
      assert.isFalse(isEnd(wrong))
  })
})
