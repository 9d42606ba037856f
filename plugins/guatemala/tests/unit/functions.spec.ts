import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { read, reportOf } from '#sdk/testing'
import { GUATEMALA_D01A } from '../../formats/d01a.js'

const readFixture = (name: string) =>
  read(readFileSync(new URL(`../../fixtures/messages/${name}.edi`, import.meta.url)), { profiles: [GUATEMALA_D01A] })

/** Fixture, BGM 1225, what the register is asked, document changed, consignments, distinct boxes. */
const FUNCTIONS = [
  ['original_fcl', '9', 'original', null, 1, 1],
  ['replace', '5', 'replace', '99X26000041', 1, 1],
  ['replace_heading', '20', 'replace_heading', '99X26000031', 1, 2],
  ['add', '2', 'add', '99X26000041', 1, 2],
  ['delete', '3', 'delete', '99X26000041', 1, 0],
  ['cancel', '1', 'cancel', '99X26000041', 0, 0],
] as const

test.group('Guatemala | what a message asks for', () => {
  test('each function, the manifest it changes, and what it carries', async ({ assert }) => {
    for (const [name, code, meaning, changes, consignments, boxes] of FUNCTIONS) {
      const report = reportOf(await readFixture(name))
      assert.deepEqual(
        [report.functionCode, report.function, report.previousReference, report.test],
        [code, meaning, changes, false],
        name
      )
      assert.deepEqual([report.consignments.length, report.equipment.length], [consignments, boxes], name)
    }
  })

  test('a deletion carries the whole consignment, loose as it was', async ({ assert }) => {
    const [found] = reportOf(await readFixture('delete')).consignments
    assert.deepEqual([found?.consignment.reference, found?.consignment.containerised], ['CASA-0045', false])
  })

  test('transit: the consignment’s nature wins, with the office it goes through', async ({ assert }) => {
    const result = await readFixture('transit')
    const [found] = reportOf(result).consignments
    assert.deepEqual([found?.consignment.nature, found?.consignment.places.office], ['transit', '7409000030155'])
    assert.include(result.codes, 'SEM-NATURE-CONFLICT')
    assert.notInclude((await readFixture('original_fcl')).codes, 'SEM-NATURE-CONFLICT')
  })

  test('dirty rows are told and lose nothing', async ({ assert }) => {
    const result = await readFixture('dirty')
    const [first, second] = reportOf(result).consignments.map(({ consignment }) => consignment)
    assert.equal(first?.parties.find(({ role }) => role === 'consignee')?.name, 'COMPAÑIA DE EJEMPLO S.A.')
    assert.match(
      first?.items[0]?.description ?? '',
      /REVENTA, 120 COMPUTADORAS DE MUESTRA, 40 PORTATILES DE MUESTRA, TODOS PROBADOS/
    )
    assert.match(second?.parties[0]?.name ?? '', /^R\+S EJEMPLO LOGISTICS INC/)
    assert.includeMembers(
      [...result.codes],
      [
        'REF-CHECKDIGIT-CTN',
        'REF-ISO-TYPE',
        'TOT-WEIGHT',
        'TOT-COUNT',
        'SYN-DATE',
        'SYN-MOJIBAKE',
        'SYN-WRAP',
        'SYN-UNESCAPED',
        'SEM-TO-ORDER',
      ]
    )
    // The clean neighbour shows that each of them is about what is dirty.
    assert.sameMembers([...(await readFixture('original_fcl')).codes], ['SYN-CHARSET', 'SYN-COUNT'])
  })

  test('a file in UTF-16 is the same message', async ({ assert }) => {
    const result = await readFixture('utf16')
    assert.equal(reportOf(result).consignments[0]?.consignment.items[0]?.description, 'CAFÉ TOSTADO DE MUESTRA')
    assert.include(result.codes, 'SYN-UTF16')
  })
})
