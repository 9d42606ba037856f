import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type {} from '@japa/assert'
import type { test as japaTest } from '@japa/runner'
import type { PluginDefinition } from '../main.js'
import { faultLine, pluginFaults, SDK_VERSION } from '../main.js'
import { answersTo, type WrittenAnswer } from './answering.js'
import { problemsOf, read, type Read } from './reading.js'

export interface Conformance {
  readonly test: typeof japaTest
  readonly plugin: PluginDefinition
  /** Folder of the plugin. */
  readonly folder: string
}

interface Fixture {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Puts a plugin to what every plugin must be: sound by the checks of the boot, and its fixtures read
 * alike each time, as `fixtures/expected` says, and without an exception however they are damaged. The
 * same holds for what it answers to them; an answer in EDIFACT is read back without a Problem.
 */
export const registerPluginConformance = ({ test, plugin, folder }: Conformance): void => {
  const reads = { profiles: plugin.formatProfiles ?? [], formats: plugin.formats ?? [] }
  const readsAny = reads.profiles.length + reads.formats.length > 0
  const fixtures = fixturesOf(folder)

  test.group(`${plugin.id} | conformance`, () => {
    test('nothing is wrong with the definition', async ({ assert }) => {
      const faults = await pluginFaults(plugin, { sdk: SDK_VERSION, permissions: null, reserved: [] })
      assert.deepEqual(faults.map(faultLine), [])
    })

    test('fixtures are read alike each time, and as expected', async ({ assert }) => {
      if (readsAny) assert.isAbove(fixtures.length, 0, 'it reads messages, so it brings some')
      for (const { name, bytes } of fixtures) {
        const first = await read(bytes, reads)
        assert.deepEqual(await read(bytes, reads), first, name)
        assert.isAbove(first.messages.length, 0, name)
        const wanted = expectedOf(folder, name)
        assert.isDefined(wanted, `${name} has no fixtures/expected/${name}.json: ./ace plugin:expect ${plugin.id}`)
        if (wanted !== null)
          assert.deepEqual(plain(summaryOf(first, plugin)), wanted, `${name} against fixtures/expected`)
      }
    })

    test('answers are written alike each time, whatever was decided, and can be read', async ({ assert }) => {
      const answered = new Set<string>()
      for (const { name, bytes } of fixtures) {
        const reading = await read(bytes, reads)
        for (const outcome of ['accepted', 'accepted_with_problems', 'rejected'] as const) {
          const answers = answersTo(reading, plugin, outcome)
          assert.deepEqual(answersTo(await read(bytes, reads), plugin, outcome), answers, `${name}, ${outcome}`)
          for (const answer of answers) {
            if (answer.bytes !== null) answered.add(answer.acknowledgement)
            assert.deepEqual(await readBack(answer), [], `${name}, ${outcome}`)
          }
        }
      }
      const codes = (plugin.acknowledgements ?? []).map(({ code }) => code)
      assert.sameMembers([...answered], codes, 'each answer has a fixture that it answers')
    })

    test('damaged fixtures give Problems with places, never an exception', async ({ assert }) => {
      let damaged = 0
      for (const { name, bytes } of fixtures) {
        for (const copy of damagedCopies(bytes)) {
          const reading = await read(copy, reads)
          const { messages, file } = reading
          answersTo(reading, plugin)
          for (const { at } of [...file.problems, ...messages.flatMap(problemsOf)])
            if (at) assert.isAtMost(at.offset + at.length, copy.length, `${name}: a Problem stands inside the bytes`)
          damaged++
        }
      }
      if (readsAny) assert.isAbove(damaged, 100)
    })
  })
}

const fixturesOf = (folder: string): readonly Fixture[] => {
  const messages = join(folder, 'fixtures/messages')
  if (!existsSync(messages)) return []
  return readdirSync(messages)
    .sort()
    .map((name) => ({ name, bytes: readFileSync(join(messages, name)) }))
}

/** What `fixtures/expected/<name>.json` says. Once that folder exists, every message has its file; `undefined`: this one has not. */
const expectedOf = (folder: string, name: string): unknown => {
  const expected = join(folder, 'fixtures/expected')
  if (!existsSync(expected)) return null
  const file = join(expected, `${name}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}

/** Codes of the Problems our own reader has with an answer in EDIFACT. */
const readBack = async ({ type, bytes }: WrittenAnswer): Promise<readonly string[]> =>
  type === 'application/edifact' && bytes ? (await read(bytes)).codes : []

/** What a reading comes to, as it is kept in `fixtures/expected`: canonical values, Problem codes without places, and what is answered. */
export const summaryOf = (reading: Read, plugin: PluginDefinition) => ({
  problems: reading.file.problems.map(({ code }) => code),
  messages: reading.messages.map((message) => ({
    type: message.type,
    profile: message.report?.profile ?? null,
    function: message.report?.function ?? null,
    conveyance: message.report?.conveyance ?? null,
    ...(message.declaration && { declaration: { ...message.declaration, provenance: undefined } }),
    ...(message.permit && { permit: { ...message.permit, provenance: undefined } }),
    ...(message.examination && { examination: { ...message.examination, provenance: undefined } }),
    consignments: message.report?.consignments.map(({ consignment }) => consignment) ?? [],
    problems: problemsOf(message).map(({ code }) => code),
  })),
  answers: answersTo(reading, plugin).map(({ bytes, ...answer }) => ({ ...answer, lines: bytes && linesOf(bytes) })),
})

/** Segments or lines, so that a difference is seen where it is. */
const linesOf = (bytes: Uint8Array) =>
  new TextDecoder()
    .decode(bytes)
    .split(/(?<=')|\n/)
    .filter(Boolean)

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** Cut at many places, and with single bytes turned over. */
function* damagedCopies(bytes: Uint8Array): Generator<Uint8Array> {
  const step = Math.max(1, Math.floor(bytes.length / 97))
  for (let at = 1; at < bytes.length; at += step) {
    yield bytes.subarray(0, at)
    const flipped = Uint8Array.from(bytes)
    flipped[at] = flipped[at]! ^ (1 << (at % 8))
    yield flipped
  }
}
