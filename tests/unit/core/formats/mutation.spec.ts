import { test } from '@japa/runner'
import type { Provenance } from '#core/cargo/consignment'
import type { Problem } from '#core/kernel/problem'
import type { SourceRef } from '#core/kernel/source_ref'
import type { ReadMessage } from '#core/formats/format'
import { contrlMessage, writeContrl } from '#core/formats/edifact/answers/contrl'
import { LIMITS } from '#core/formats/edifact/limits'
import type { ReferenceData } from '#core/reference/reference_data'
import { bytesOf, problemsOf, read, SAMPLE_REFERENCE } from '#sdk/testing'
import { cuscar, HEADER, PLAIN } from './cuscar_texts.js'
import { DOCUMENT_TEXTS } from './document_texts.js'
import { mutated, seeded } from './mutate.js'

const SEED = Number(process.env.FUZZ_SEED ?? 20261122)
const RUNS = process.env.LANDFALL_LONG ? 100_000 : 10_000

const MANIFEST = cuscar(
  ...HEADER,
  'EQD+CN+MSKU1234565+45R1:102:5++3+5',
  'SEL+EX12345+CA',
  'TMP+2+-18:CEL',
  'CNT+7:1000:KGM',
  ...PLAIN,
  "NAD+CN+++O?'EXAMPLE + SONS CUIT 20-12345678-6+1 QUAY ST+KINGSTON++00001+JM",
  'SGP+MSKU1234565+10',
  'CNI+2+BL0002',
  'DOC+714+HOUSE2',
  'GEI+5+24',
  'GID+1+4:PK',
  'FTX+AAA+++PAINT UN1263 CLASS 3'
)
const ANSWER = "UNB+UNOC:3+CUSTOMS+SENDER+261122:0815+A1'UNH+1+CONTRL:D:3:UN'UCI+77+SENDER+CUSTOMS+7'UNT+3+1'UNZ+1+A1'"

/** A clean text of every type that is read, and of one that is not. */
const TEXTS = new Map<string, Uint8Array>(
  Object.entries({ CUSCAR: MANIFEST, CONTRL: ANSWER, ...DOCUMENT_TEXTS }).map(([type, text]) => [type, bytesOf(text)])
)

/** Look-ups a reading may make: a few for each byte, whatever the damage. Beyond it the reading is given up. */
const STEPS_A_BYTE = 4

/** Reference data that counts how often it is asked and refuses beyond the budget, so that a loop ends in a failure. */
const counted = (budget: number): ReferenceData => {
  let steps = 0
  const step = () => {
    steps += 1
    if (steps > budget) throw new Error(`more than ${budget} look-ups`)
  }
  return new Proxy(SAMPLE_REFERENCE, {
    get: (target, key: keyof ReferenceData) => {
      step()
      return target[key]
    },
  })
}

const isInside = ({ offset, length, line, segment }: SourceRef, size: number): boolean =>
  offset >= 0 && length >= 0 && offset + length <= size && line >= 1 && segment >= 0

/** Every place that a Message cites, in its report or in its document, at any depth. */
const citedIn = (value: unknown, found: SourceRef[] = []): readonly SourceRef[] => {
  if (typeof value !== 'object' || value === null) return found
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'provenance') found.push(...Object.values(inner as Provenance).flat())
    else citedIn(inner, found)
  }
  return found
}

/** Parts of a Message beyond what its bytes could make. */
const sizeOf = ({ report, document, counts }: ReadMessage): number =>
  (report?.consignments.length ?? 0) + (report?.equipment.length ?? 0) + counts.slots + (document?.calls.length ?? 0)

const check = async (bytes: Uint8Array): Promise<string | null> => {
  const reference = counted(1_000 + bytes.length * STEPS_A_BYTE)
  const { messages, file } = await read(bytes, { reference })
  const problems: readonly Problem[] = [...file.problems, ...messages.flatMap(problemsOf)]
  if (problems.some(({ at }) => at && !isInside(at, bytes.length))) return 'a Problem stands outside the bytes'
  if (citedIn(messages).some((at) => !isInside(at, bytes.length))) return 'a value stands outside the bytes'
  if (messages.some(({ at }) => at && !isInside(at, bytes.length))) return 'a Message stands outside the bytes'
  if (messages.some((message) => sizeOf(message) > bytes.length)) return 'more was made than there was'
  if (problems.length > (LIMITS.problems + bytes.length) * (messages.length + 1)) return 'Problems without end'
  if (problems.some(({ severity }) => severity === 'fatal') && messages.length === 0 && file.format !== null)
    return 'fatal without a Message'
  const envelope = messages[0]?.envelope
  if (!envelope) return null
  const written = writeContrl(
    { envelope, messages: messages.map(contrlMessage), problems: file.problems },
    { reference: 'A1', writtenAt: '2026-11-22T08:15' }
  )
  const answer = await read(written)
  return answer.messages[0]?.type === 'CONTRL' ? null : 'an answer that is none'
}

test.group('Every type | damaged', (group) => {
  group.setup(() =>
    console.log(`      seed ${SEED}, ${RUNS} mutations over ${TEXTS.size} types (FUZZ_SEED changes it)`)
  )

  test('reads clean texts without a Problem, so that damage is what is tested', async ({ assert }) => {
    for (const [type, bytes] of TEXTS) {
      const { codes, messages } = await read(bytes)
      assert.isNotEmpty(messages, type)
      if (type !== 'CUSCAR') assert.deepEqual(codes, [], type)
    }
  })

  for (const [index, [type, bytes]] of [...TEXTS].entries()) {
    test(`${type}: ends, throws nothing, and every place is in the bytes`, async ({ assert }) => {
      const random = seeded(SEED + index)
      for (let run = 0; run < RUNS / TEXTS.size; run++) {
        const damaged = mutated(bytes, random)
        const fault = await check(damaged).catch((error: unknown) => String(error))
        if (fault !== null)
          assert.fail(`${fault} in run ${run} of ${type}:\n${new TextDecoder('latin1').decode(damaged)}`)
      }
    }).timeout(0)
  }
})
