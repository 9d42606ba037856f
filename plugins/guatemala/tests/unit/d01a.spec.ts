import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import { read, reportOf } from '#sdk/testing'
import { GUATEMALA_D01A } from '../../formats/d01a.js'
import guatemala from '../../plugin.js'

const fixture = (name: string): Uint8Array =>
  readFileSync(new URL(`../../fixtures/messages/${name}.edi`, import.meta.url))
const readFixture = (name: string) => read(fixture(name), { profiles: [GUATEMALA_D01A] })

test.group('Guatemala | CUSCAR D.01A', () => {
  test('the profile is chosen by what the message shows', async ({ assert }) => {
    assert.equal(reportOf(await readFixture('import_lcl')).profile, 'guatemala.d01a@1')
    const elsewhere = new TextDecoder()
      .decode(fixture('import_lcl'))
      .replace('7409000030070', 'CUSTOMS')
      .replace('D:01A', 'D:95B')
      .replace(/LOC\+1(25|79)/g, 'LOC+9')
    assert.equal(reportOf(await read(elsewhere, { profiles: [GUATEMALA_D01A] })).profile, 'cuscar.generic@1')
  })

  test('an import loads at 125, discharges at 179, and stores at 88', async ({ assert }) => {
    const report = reportOf(await readFixture('import_lcl'))
    const [first, second] = report.consignments.map(({ consignment }) => consignment)
    assert.deepEqual(
      [first?.places.loading?.code, first?.places.discharge?.code, first?.places.warehouse],
      ['CNSHA', 'GTPRQ', '7400000000087']
    )
    assert.deepEqual([first?.places.receipt, first?.places.delivery], [null, null])
    assert.deepEqual([first?.level, first?.reference, first?.masterReference], ['house', 'CASA-0001', 'EXMU00112233'])
    assert.deepEqual(
      [second?.nature, second?.places.office, second?.places.originCountry, second?.places.destinationCountry],
      ['transit', '7409000030155', 'CN', 'BZ']
    )
    assert.equal(report.conveyance.voyage, '114N')
    assert.deepEqual(
      [report.conveyance.discharge?.code, report.conveyance.eta, report.conveyance.means.imo],
      ['GTPRQ', null, null]
    )
    assert.equal(report.preparedAt, '2026-11-21T09:15')
  })

  test('an export loads at 178, is received at 35 and delivered at 8', async ({ assert }) => {
    const report = reportOf(await readFixture('export'))
    const { places, containerised } = report.consignments[0]?.consignment ?? {}
    assert.deepEqual(
      [places?.loading?.code, places?.receipt?.code, places?.delivery?.code, places?.discharge],
      ['GTPRQ', 'GTSTC', 'ECGYE', null]
    )
    assert.isFalse(containerised)
    assert.equal(report.nature, 'export')
  })

  test('names, addresses and taxpayer numbers', async ({ assert }) => {
    const result = await readFixture('import_lcl')
    const [first, second] = reportOf(result).consignments.map(({ consignment }) => consignment.parties)
    assert.deepEqual(
      first?.map(({ role, name, address, identifiers }) => [role, name, address, identifiers]),
      [
        ['consignor', 'EJEMPLO TOOLS CO. LTD', '10 INVENTED ROAD SHANGHAI CHINA', []],
        [
          'consignee',
          'IMPORTADORA EJEMPLO Y R+L ASOCIADOS',
          '1A CALLE 2-03 ZONA 4 GUATEMALA',
          [{ type: 'NIT', value: '12345678' }],
        ],
      ]
    )
    assert.deepEqual(second?.[1], {
      role: 'consignee',
      name: 'EXAMPLE STORES LIMITED',
      address: '3 INVENTED HIGHWAY BELIZE CITY',
      country: null,
      identifiers: [],
      contacts: [],
    })
    assert.include(result.codes, 'SYN-UNESCAPED')
  })

  test('one container shared by two houses, its seal without the maker’s prefix', async ({ assert }) => {
    const result = await readFixture('import_lcl')
    const report = reportOf(result)
    assert.lengthOf(report.equipment, 1)
    assert.deepInclude(report.equipment[0], { number: 'MSKU1234565', sizeType: '45G1', seals: ['77001'], tareKg: 4000 })
    assert.deepEqual(
      report.consignments.map(({ consignment }) => consignment.totals),
      [
        { grossWeightKg: 3000.5, packages: 80, volumeM3: 18.5 },
        { grossWeightKg: 2200, packages: 50, volumeM3: 12 },
      ]
    )
    assert.sameMembers(
      [...new Set(result.codes)],
      ['SYN-DATE', 'SYN-CHARSET', 'SYN-UNESCAPED', 'SYN-COUNT', 'SEM-NATURE-CONFLICT']
    )
  })

  test('the password field marks a test, AFB names the manifest that is cancelled', async ({ assert }) => {
    const report = reportOf(await readFixture('amendment_test'))
    assert.deepEqual([report.test, report.function, report.functionCode], [true, 'test', '1'])
    assert.deepEqual([report.documentReference, report.previousReference], ['99X26000033', '99X26000031'])
    assert.lengthOf(report.consignments, 0)
  })

  test('freight of zero is no freight', async ({ assert }) => {
    const [first, second] = reportOf(await readFixture('import_lcl')).consignments
    assert.deepEqual(first?.consignment.freight, { amount: '900', currency: 'USD', payment: null })
    assert.isNull(second?.consignment.freight ?? null)
  })
})

test.group('Guatemala | plugin', () => {
  test('every language has the same keys', async ({ assert }) => {
    const texts = await Promise.all(Object.values(guatemala.locales).map((load) => load()))
    assert.lengthOf(texts, 4)
    for (const other of texts) assert.deepEqual(Object.keys(other), Object.keys(texts[0] ?? {}))
    assert.property(texts[0], guatemala.country.name.slice('guatemala.'.length))
  })

  test('what it contributes carries its name', ({ assert }) => {
    for (const { code } of guatemala.formatProfiles ?? []) assert.match(code, /^guatemala\./)
  })
})
