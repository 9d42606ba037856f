import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { ROOT } from './root.js'

/** Rows of FORMATS section 13: what senders do to data, each with what becomes of it. */
const ROWS = 30
const FAMILIES = ['edifact', 'asycuda'] as const
type Family = (typeof FAMILIES)[number]

/** Why a row has no spec of its own for a family. */
const NOT_OF: Readonly<Record<number, Partial<Record<Family, string>>>> = {
  1: { asycuda: 'XML has no control counts; its totals are row 8' },
  2: { asycuda: 'UNOA is a character set of EDIFACT' },
  4: { asycuda: 'XML has no separators; what is not escaped there is row 30' },
  5: { asycuda: 'a line break in XML is a blank; lines of a form are row 19' },
  17: { asycuda: 'its parties have no country code that could be wrong' },
  24: { edifact: 'of the register, for both', asycuda: 'of the register, for both' },
  30: { edifact: 'of XML alone' },
}

const READERS = 'tests/unit/formats/dirty'
const REGISTER = 'tests/integration/register/dirty'
const specsIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.spec.ts'))
const rowOf = (name: string): number => Number(/^row_(\d{2})_/.exec(name)?.[1] ?? 0)
const familyOf = (name: string): Family => (name.endsWith('_asycuda.spec.ts') ? 'asycuda' : 'edifact')

/** What has neither a spec nor a reason, or both. */
const faults = (names: readonly string[]): string[] =>
  Array.from({ length: ROWS }, (_, at) => at + 1).flatMap((row) =>
    FAMILIES.flatMap((family) => {
      const specs = names.filter((name) => rowOf(name) === row && familyOf(name) === family)
      const expected = NOT_OF[row]?.[family] === undefined ? 1 : 0
      return specs.length === expected ? [] : [`${row} ${family}: ${specs.join(', ') || 'no spec'}`]
    })
  )

test.group('Rows of dirty data', () => {
  test('each has one spec a family, or a reason to have none', ({ assert }) => {
    const names = specsIn(READERS)
    assert.isAbove(names.length, 50)
    assert.deepEqual(faults(names), [])
    assert.deepEqual(
      names.filter((name) => rowOf(name) < 1 || rowOf(name) > ROWS),
      []
    )
  })

  test('what no single message shows is looked at in the register', ({ assert }) => {
    assert.deepEqual(
      specsIn(REGISTER)
        .map(rowOf)
        .sort((a, b) => a - b),
      [12, 24, 26, 27]
    )
  })

  test('each has the bad case and one that nearly is, under the number of its row', ({ assert }) => {
    for (const folder of [READERS, REGISTER])
      for (const name of specsIn(folder)) {
        const text = readFileSync(join(ROOT, folder, name), 'utf8')
        assert.isAtLeast(text.match(/^\s*test\(/gm)?.length ?? 0, 2, name)
        assert.include(text, `test.group('Row ${rowOf(name)} |`, name)
      }
  })

  test('a spec that goes missing, and one too many, are found', ({ assert }) => {
    const names = specsIn(READERS)
    const lost = names.filter((name) => !name.startsWith('row_18_places_asycuda'))
    assert.deepEqual(faults(lost), ['18 asycuda: no spec'])
    assert.lengthOf(faults([...names, 'row_18_again.spec.ts', 'row_30_envelopes.spec.ts']), 2)
  })
})
