import { test } from '@japa/runner'
import fc from 'fast-check'
import type { Problem } from '#core/kernel/problem'
import { ByteWindow } from '#core/formats/edifact/byte_window'
import { LIMITS } from '#core/formats/edifact/limits'
import { SegmentSplitter } from '#core/formats/edifact/segment_splitter'
import { bytesOf, problemsOf, read } from '#sdk/testing'
import { cuscar, HEADER, PLAIN } from './cuscar_texts.js'

const SEED = Number(process.env.FUZZ_SEED ?? 20261121)
const RUNS = 400

const CLEAN = bytesOf(
  `UNA:+.? '${cuscar(...HEADER, 'EQD+CN+MSKU1234565+22G1', 'TMP+2+-18:CEL', ...PLAIN, "NAD+CN+++O?'EXAMPLE\n + SONS", 'SGP+MSKU1234565')}`
)

type Change = (bytes: Uint8Array) => Uint8Array
const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))

const place = fc.nat({ max: CLEAN.length })
const change: fc.Arbitrary<Change> = fc.oneof(
  place.map(
    (at): Change =>
      (bytes) =>
        bytes.slice(0, at)
  ),
  place.map(
    (at): Change =>
      (bytes) =>
        bytes.slice(at)
  ),
  fc.tuple(place, fc.nat(255)).map(
    ([at, value]): Change =>
      (bytes) =>
        bytes.map((byte, index) => (index === at ? value : byte))
  ),
  fc.tuple(place, place).map(
    ([from, to]): Change =>
      (bytes) =>
        joined(bytes.slice(0, from), bytes.slice(to))
  ),
  fc.tuple(place, fc.uint8Array({ maxLength: 40 })).map(
    ([at, noise]): Change =>
      (bytes) =>
        joined(bytes.slice(0, at), noise, bytes.slice(at))
  ),
  fc
    .tuple(
      place,
      fc.constantFrom("'", '?', '+', ':', '\n', 'UNH+', 'UNA', 'UNB+', 'UNT+', '\u0000', "?'"),
      fc.integer({ min: 1, max: 2_000 })
    )
    .map(
      ([at, sign, times]): Change =>
        (bytes) =>
          joined(bytes.slice(0, at), bytesOf(sign.repeat(times)), bytes.slice(at))
    ),
  fc.constant((bytes: Uint8Array) => joined(...[...bytes].map((byte) => Uint8Array.of(byte, 0))))
)
const damaged = fc
  .array(change, { minLength: 1, maxLength: 4 })
  .map((changes) => changes.reduce((bytes, apply) => apply(bytes), CLEAN))

const isLocated = (problem: Problem, size: number): boolean => {
  const { at } = problem
  return at === undefined || (at.offset >= 0 && at.length >= 0 && at.offset + at.length <= size && at.line >= 1)
}

test.group('Reading a file | damage of every kind', (group) => {
  group.setup(() => console.log(`      seed ${SEED}, ${RUNS} runs each (FUZZ_SEED changes it)`))

  test('always ends, never throws, and every Problem and value has its place in the bytes', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(damaged, async (bytes) => {
        const { messages, file } = await read(bytes)
        for (const problem of [...file.problems, ...messages.flatMap(problemsOf)])
          assert.isTrue(isLocated(problem, bytes.length))
        for (const { report } of messages) {
          const refs = report?.consignments.flatMap(({ provenance }) => Object.values(provenance).flat()) ?? []
          for (const at of refs) assert.isAtMost(at.offset + at.length, bytes.length)
          for (const { usable, problems } of report?.consignments ?? []) {
            assert.equal(usable, !problems.some(({ severity }) => severity === 'error'))
          }
        }
      }),
      { seed: SEED, numRuns: RUNS }
    )
  })

  test('reading in chunks gives what reading at once gives', async ({ assert }) => {
    await fc.assert(
      fc.asyncProperty(damaged, fc.integer({ min: 1, max: 97 }), async (bytes, size) => {
        const chunks = async function* () {
          for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
        }
        assert.deepEqual(await read(chunks()), await read(bytes))
      }),
      { seed: SEED, numRuns: RUNS }
    )
  })

  test('every byte is in a segment, between two, or said to be skipped', ({ assert }) => {
    fc.assert(
      fc.property(damaged, (bytes) => {
        const window = new ByteWindow()
        window.append(bytes)
        const splitter = new SegmentSplitter(window, LIMITS, 'bytes')
        let behind = 0
        for (let found = splitter.read(true); found !== 'end'; found = splitter.read(true)) {
          for (const byte of bytes.subarray(behind, splitter.start))
            assert.include([9, 10, 13, 32, 0xef, 0xbb, 0xbf], byte)
          assert.isAtLeast(splitter.start, behind)
          assert.isAbove(splitter.next, splitter.start)
          behind = splitter.next
        }
        for (const byte of bytes.subarray(behind)) assert.include([9, 10, 13, 32, 0xef, 0xbb, 0xbf], byte)
      }),
      { seed: SEED, numRuns: RUNS }
    )
  })

  test('a damaged consignment never costs its neighbours', async ({ assert }) => {
    const broken = fc.constantFrom(
      "LOC+9+'",
      "MEA+AAX+G+KGM:x.y.z'",
      "GID+'",
      "NAD+CN+++A+B+C+D+E+F+G+H+I+J'",
      'FTX+AAA+++?',
      "EQD+CN'",
      "TMP+2'",
      "DGS'"
    )
    await fc.assert(
      fc.asyncProperty(fc.array(broken, { maxLength: 6 }), async (segments) => {
        const text = cuscar(...HEADER, ...PLAIN, 'CNI+2+BAD', 'CNI+3+BL0003', ...PLAIN.slice(2)).replace(
          "CNI+2+BAD'",
          `CNI+2+BAD'${segments.join('')}'\n`
        )
        const numbers = (await read(text)).messages[0]?.report?.consignments.map(
          ({ consignment }) => consignment.reference
        )
        assert.includeMembers(numbers ?? [], ['BL0001', 'BAD', 'BL0003'])
      }),
      { seed: SEED, numRuns: 200 }
    )
  })
})
