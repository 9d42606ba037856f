import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { firstOf, read, reportOf } from '#sdk/testing'
import { JAMAICA_ASYCUDA } from '../../formats/asycuda.js'

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/messages/${name}.xml`, import.meta.url))
const readText = (text: string) => read(text, { profiles: [JAMAICA_ASYCUDA] })
const readFixture = (name: string) => read(fixture(name), { profiles: [JAMAICA_ASYCUDA] })
const textOf = (name: string) => new TextDecoder().decode(fixture(name))

test.group('Jamaica | ASYCUDA', () => {
  test('the profile is chosen by the office, for every kind of document', async ({ assert }) => {
    const names = ['awmds_sea', 'awmds_air', 'awbolds', 'awappend', 'world_manifest']
    for (const name of names) assert.equal(reportOf(await readFixture(name)).profile, 'jamaica.asycuda@1', name)
    const elsewhere = textOf('awmds_sea').replace('>JMKIN</Customs_office_code>', '>BBBGI</Customs_office_code>')
    assert.equal(reportOf(await readText(elsewhere)).profile, 'asycuda.generic@1')
  })

  test('a ship’s manifest: call, natures and levels', async ({ assert }) => {
    const report = reportOf(await readFixture('awmds_sea'))
    const { mode, means, voyage, eta } = report.conveyance
    assert.deepEqual([mode, means.imo, voyage, eta], ['sea', '9074729', '903N', '2026-11-21T06:30'])
    assert.deepEqual(
      report.consignments.map(({ consignment }) => [consignment.reference, consignment.level, consignment.nature]),
      [
        ['EXJM0001', 'straight', 'import'],
        ['EXJM0002', 'master', 'import'],
        ['EXJM0003', 'straight', 'transit'],
        ['EXJM0004', 'straight', 'transhipment'],
      ]
    )
  })

  test('an importer’s code is a TRN, an exporter’s is not', async ({ assert }) => {
    const [straight, master] = reportOf(await readFixture('awmds_sea')).consignments
    const numbers = (at: typeof straight) => at?.consignment.parties.flatMap(({ identifiers }) => identifiers)
    assert.deepEqual(numbers(straight), [{ type: 'TRN', value: '001234567' }])
    assert.deepEqual(numbers(master), [{ type: 'TRN', value: '009876543' }])
    const exported = firstOf(await readFixture('awmds_export')).consignment
    assert.deepEqual(
      [exported.nature, exported.parties[0]?.identifiers],
      ['export', [{ type: 'code', value: '001112223' }]]
    )
  })

  test('houses stand under the master that the degroupage names, in one box', async ({ assert }) => {
    const report = reportOf(await readFixture('awbolds'))
    assert.deepEqual(
      report.consignments.map(({ consignment: { level, masterReference, totals } }) => [
        level,
        masterReference,
        totals,
      ]),
      [
        ['house', 'EXJM0002', { grossWeightKg: 700, packages: 20, volumeM3: 4 }],
        ['house', 'EXJM0002', { grossWeightKg: 1500, packages: 40, volumeM3: 10 }],
      ]
    )
    assert.lengthOf(report.equipment, 1)
  })

  test('a co-loader adds, a manifest sent again has the same number', async ({ assert }) => {
    assert.equal(reportOf(await readFixture('awappend')).function, 'add')
    const [first, again] = [reportOf(await readFixture('awmds_sea')), reportOf(await readFixture('awmds_sea_resent'))]
    assert.equal(first.documentReference, 'JMKIN 903N 2026-11-18')
    assert.equal(again.documentReference, first.documentReference)
    assert.deepEqual(
      [first, again].map(({ consignments }) => consignments[0]?.consignment.totals.grossWeightKg),
      [1000.5, 1400.5]
    )
  })

  test('air waybills by their mode', async ({ assert }) => {
    const report = reportOf(await readFixture('awmds_air'))
    assert.deepEqual([report.conveyance.mode, report.conveyance.etd], ['air', '2026-11-21'])
    assert.deepEqual(
      report.consignments.map(({ consignment: { reference, level } }) => [reference, level]),
      [
        ['000-12345675', 'straight'],
        ['000-12345686', 'master'],
      ]
    )
  })

  test('a field that Jamaica asks for and that is missing is said; filed, nothing is said', async ({ assert }) => {
    const missing = async (name: string) => {
      const text = textOf('awappend').replace(new RegExp(`\\s*<${name}>[^<]*</${name}>`), '')
      return (await readText(text)).codes
    }
    assert.deepEqual((await readFixture('awappend')).codes, [])
    for (const name of ['Bol_type_code', 'Consignee_name', 'Exporter_name', 'Package_type_code'])
      assert.include(await missing(name), 'SEM-FIELD-MISSING', name)
    assert.notInclude(await missing('Volume_in_cubic_meters'), 'SEM-FIELD-MISSING')
  })

  test('text that no XML writer made is read to its last bill', async ({ assert }) => {
    const result = await readFixture('dirty')
    const report = reportOf(result)
    assert.lengthOf(report.consignments, 3)
    const [first, second, third] = report.consignments.map(({ consignment }) => consignment)
    assert.equal(first?.parties.find(({ role }) => role === 'consignee')?.name, 'BROWN & SONS EXAMPLE TRADING')
    assert.notInclude(first?.parties.map(({ role }) => role) ?? [], 'notify')
    assert.equal(second?.reference, third?.reference)
    assert.equal(third?.parties.find(({ role }) => role === 'consignee')?.name, 'ANDRÉ EXAMPLE')
    assert.deepEqual(third?.freight, { amount: null, currency: null, payment: 'prepaid' })
    assert.includeMembers(
      [...result.codes],
      [
        'SYN-XML-REPAIRED',
        'SYN-DATE',
        'SYN-DUP-REF',
        'SEM-CONSTANT',
        'REF-CHECKDIGIT-CTN',
        'REF-CHECKDIGIT-IMO',
        'TOT-WEIGHT',
        'TOT-PACKAGES',
      ]
    )
  })
})
