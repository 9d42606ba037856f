import { test } from '@japa/runner'
import { ok } from '#core/kernel/result'
import type { Row } from '#core/formats/workbook/workbook'
import type { Problem } from '#core/kernel/problem'
import { bytesOf, problemsOf, read, type Read } from '#sdk/testing'
import { awmds, bol, LOOSE } from './asycuda_texts.js'

const SEED = Number(process.env.FUZZ_SEED ?? 20261122)
const RUNS = process.env.LANDFALL_LONG ? 30_000 : 3_000
/** What one damaged document may take at most; the usual one takes a millisecond. */
const HANG_MS = 5_000

/** Mulberry32: the same damage for the same seed. */
const random = (seed: number) => {
  let state = seed >>> 0
  return (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}
type Dice = ReturnType<typeof random>

const CLEAN = bytesOf(
  awmds(
    bol('BL0001'),
    bol('BL0002', LOOSE).replace('USED TYRES', '<![CDATA[A & B]]> &amp; <!-- c --> ÑANDÚ'),
    bol('BL0003', LOOSE)
  )
)
const SIGNS = [
  '<',
  '>',
  '&',
  '"',
  "'",
  '<!--',
  ']]>',
  '<![CDATA[',
  '<?',
  '</',
  '<a ',
  '<Bol_segment>',
  '</Awmds>',
  '\u0000',
]

const joined = (...parts: readonly Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]))

const damage = (bytes: Uint8Array, dice: Dice): Uint8Array => {
  const [one, other] = [dice(bytes.length + 1), dice(bytes.length + 1)].sort((a, b) => a - b) as [number, number]
  switch (dice(6)) {
    case 0:
      return bytes.slice(0, one)
    case 1:
      return bytes.map((byte, at) => (at === one ? dice(256) : byte))
    case 2:
      return joined(bytes.slice(0, other), bytes.slice(one, Math.min(other, one + 500)), bytes.slice(other))
    case 3:
      return joined(bytes.slice(0, one), bytes.slice(other))
    case 4:
      return joined(bytes.slice(other), bytes.slice(one, other), bytes.slice(0, one))
    default: {
      const sign = bytesOf((SIGNS[dice(SIGNS.length)] ?? '').repeat(dice(10) === 0 ? 500 : 1 + dice(3)))
      return joined(bytes.slice(0, one), sign, bytes.slice(one))
    }
  }
}

const isPlaced = ({ at }: Problem, size: number): boolean =>
  at === undefined || (at.offset >= 0 && at.length >= 0 && at.offset + at.length <= size && at.line >= 1)

const problemsIn = ({ messages, file }: Read): readonly Problem[] => [...file.problems, ...messages.flatMap(problemsOf)]

test.group('ASYCUDA | damage of every kind', (group) => {
  group.setup(() => console.log(`      seed ${SEED}, ${RUNS} runs each (FUZZ_SEED changes it)`))

  test('XML: always ends, never throws, and every Problem and value has its place in the bytes', async ({ assert }) => {
    const dice = random(SEED)
    let problems = 0
    for (let run = 0; run < RUNS; run++) {
      let bytes: Uint8Array = CLEAN
      for (let times = 1 + dice(3); times > 0; times--) bytes = damage(bytes, dice)
      const from = performance.now()
      const result = await read(bytes)
      if (performance.now() - from > HANG_MS) assert.fail(`run ${run} took too long`)
      const found = problemsIn(result)
      problems += found.length
      if (!found.every((each) => isPlaced(each, bytes.length))) assert.fail(`run ${run}: a Problem without its place`)
      for (const { report } of result.messages)
        for (const { provenance, usable, problems: own } of report?.consignments ?? []) {
          const refs = Object.values(provenance).flat()
          if (refs.some((at) => at.offset + at.length > bytes.length || !at.path))
            assert.fail(`run ${run}: a value nowhere`)
          if (usable === own.some(({ severity }) => severity === 'error')) assert.fail(`run ${run}: usable or not`)
        }
    }
    assert.isAbove(problems, RUNS)
  }).timeout(600_000)

  test('XML: reading in chunks gives what reading at once gives', async ({ assert }) => {
    const dice = random(SEED + 1)
    for (let run = 0; run < RUNS / 5; run++) {
      const bytes = damage(damage(CLEAN, dice), dice)
      const size = 1 + dice(200)
      const chunks = async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size)
      }
      assert.deepEqual(await read(chunks()), await read(bytes), `run ${run}`)
    }
  }).timeout(600_000)

  test('rows: always ends, never throws, and every Problem and value has its cell', async ({ assert }) => {
    const dice = random(SEED + 2)
    const headings =
      `Awmds Customs_office_code Voyage_number Date_of_departure Total_gross_mass Bol_segment Bol_reference
      Bol_nature Master_bol_ref_number Consignee_name ctn_segment Ctn_reference Goods_segment Number_of_packages Gross_mass
      Goods_description Value_segment Freight_value Freight_currency`.split(/\s+/)
    const values = [
      '',
      '0',
      '12',
      '1.5',
      'BL1',
      'N/A',
      'ZZZ',
      '9/9/26',
      '2026-01-01',
      '1.9E+10',
      'MSKU1234565',
      '=1+1',
      '<a>',
    ]
    for (let run = 0; run < RUNS; run++) {
      const rows = Array.from({ length: 1 + dice(6) }, (_, at): Row => {
        const cells = headings.map((name, column): [number, string] => [
          dice(40) === 0 ? dice(500) : column,
          at === 0 && dice(30) > 0 ? name : (values[dice(values.length)] ?? ''),
        ])
        return { number: 1 + at, cells: cells.filter(() => dice(12) > 0).sort(([a], [b]) => a - b) }
      })
      if (dice(5) === 0) rows.reverse()
      const openWorkbook = async () => ok({ sheets: [{ name: 'S', rows }] })
      const result = await read(Uint8Array.of(0x50, 0x4b, 3, 4), { openWorkbook })
      for (const { at } of problemsIn(result))
        if (at && !/^S![A-Z]+\d+$/.test(at.path ?? '')) assert.fail(`run ${run}: ${at.path}`)
      for (const { report } of result.messages)
        for (const { provenance } of report?.consignments ?? [])
          for (const at of Object.values(provenance).flat())
            if (!rows.some((row) => row.number === at.line)) assert.fail(`run ${run}: no such row`)
    }
  }).timeout(600_000)
})
