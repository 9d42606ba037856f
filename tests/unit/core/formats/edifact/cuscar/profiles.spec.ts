import { test } from '@japa/runner'
import type { FormatProfile } from '#core/formats/profile'
import { CORE_PROFILES } from '#core/formats/edifact/cuscar/profiles/core_profiles'
import { firstOf, read, reportOf } from '#sdk/testing'
import { cuscar, HEADER, PLAIN } from '../../cuscar_texts.js'

/** A cargo report of a directory, to a recipient. */
const filed = (type: string, recipient: string, ...segments: readonly string[]): string =>
  cuscar(...segments)
    .replace('CUSCAR:D:96B:UN', type)
    .replace('SENDER+CUSTOMS', `SENDER+${recipient}`)
const profileOf = async (text: string): Promise<string> => reportOf(await read(text)).profile

const LOT10 = (...segments: readonly string[]) => filed('CUSCAR:D:95B:UN:LOT10', 'PORT', ...segments)
const TRUCK = (...segments: readonly string[]) => filed('CUSCAR:D:03B:UN', 'CBP-EXAMPLE', ...segments)
const SARS = (...segments: readonly string[]) => filed('CUSCAR:D:16A:UN:RCG001', 'SARS', ...segments)

test.group('CUSCAR | profiles of the platform', () => {
  test('each code once, every one a minimum that no single vague clue reaches', ({ assert }) => {
    const codes = CORE_PROFILES.map(({ code }) => code)
    assert.equal(new Set(codes).size, codes.length)
    for (const { detect } of CORE_PROFILES)
      for (const clue of detect.clues) if (clue.what === 'version') assert.isBelow(clue.weight, detect.minimum)
  })

  test('is chosen by what the message says of itself, near misses are read generically', async ({ assert }) => {
    const name = (text: string) => text.replace('BGM+785', 'BGM+85:::STANDARD')
    const cases: readonly (readonly [string, string])[] = [
      [LOT10(...HEADER, ...PLAIN), 'cuscar.lot10@1'],
      [LOT10(...HEADER, ...PLAIN).replace(':LOT10', ':LOT11'), 'cuscar.generic@1'],
      [name(TRUCK(...HEADER, ...PLAIN)), 'cuscar.us_truck@1'],
      [TRUCK(...HEADER, ...PLAIN).replace('CBP-', 'PORT-'), 'cuscar.generic@1'],
      [SARS(...HEADER, ...PLAIN), 'cuscar.south_africa@1'],
      [SARS(...HEADER, ...PLAIN).replace(':RCG001', ''), 'cuscar.generic@1'],
      [filed('CUSCAR:D:99B:UN', 'AAA336C', ...HEADER, ...PLAIN), 'cuscar.australia@1'],
      [filed('CUSCAR:D:99B:UN', 'ELSEWHERE', ...HEADER, ...PLAIN), 'cuscar.generic@1'],
      [cuscar(...HEADER, 'NAD+CA+XCAR', 'CTA+IC+:DESK', ...PLAIN), 'cuscar.d96b_carriers@1'],
      [cuscar(...HEADER, ...PLAIN, 'CTA+IC+:DESK'), 'cuscar.generic@1'],
    ]
    for (const [text, code] of cases) assert.equal(await profileOf(text), code)
  })

  test('a plugin’s profile goes before one of the platform, however weak', async ({ assert }) => {
    const own: FormatProfile = {
      code: 'x.own',
      version: 1,
      message: 'CUSCAR',
      detect: { clues: [{ what: 'sender', is: ['SENDER'], weight: 0.5 }], minimum: 0.5 },
      reading: {},
      alwaysFiled: [],
    }
    const result = await read(LOT10(...HEADER, ...PLAIN), { profiles: [own] })
    assert.equal(reportOf(result).profile, 'x.own@1')
  })
})

test.group('CUSCAR | LOT10', () => {
  test('the report is for the port of arrival, pallets are no packages', async ({ assert }) => {
    const head = [...HEADER, 'LOC+60+JMKIN::139', 'DTM+132:202611250600:203', 'GIS+23']
    const result = await read(
      LOT10(...head, 'CNI+1+BL0001', 'RFF+BM:BL0001', 'CNT+8:2', 'LOC+11+PAONX::139', 'GID+1+40:CT')
    )
    assert.equal(reportOf(result).conveyance.discharge?.code, 'JMKIN')
    assert.equal(reportOf(result).conveyance.eta, '2026-11-25T06:00')
    assert.equal(reportOf(result).nature, 'import')
    assert.equal(firstOf(result).consignment.places.discharge?.code, 'PAONX')
    assert.equal(firstOf(result).consignment.totals.packages, 40)
    assert.notInclude(result.codes, 'TOT-PACKAGES')
  })
})

test.group('CUSCAR | United States, trucks', () => {
  const HEAD = [
    'BGM+85:::STANDARD+XCAR0001+22',
    'DTM+132:202611231200:203',
    'LOC+60+0901:77',
    'NAD+CA+XCAR:172',
    'TDT+11++03+:::BT++I++:109::TRUCK 1',
    'EQD+BI+TRAILER1:109',
    'SEL+SEAL1',
  ]
  const SHIPMENT = ['CNI+1+:23', 'DOC+714:::61+XCAR0001A', 'CNT+58:158', 'LOC+9+U0107:78', 'GEI+7+135']
  const GOODS = ['GID+1', 'PAC+158++CT', 'FTX+AAA+++COILS', 'MEA+AAI++KGM:750', 'SGP+TRAILER1:109']

  test('the document is the trip, its port of arrival where the goods leave the truck', async ({ assert }) => {
    const result = await read(TRUCK(...HEAD, ...SHIPMENT, ...GOODS))
    const report = reportOf(result)
    assert.equal(report.function, 'original')
    assert.containSubset(report.conveyance, { mode: 'road', voyage: 'XCAR0001', eta: '2026-11-23T12:00' })
    assert.containSubset(firstOf(result).consignment, { level: 'house', reference: 'XCAR0001A', nature: null })
    assert.equal(firstOf(result).consignment.places.discharge?.code, '0901')
    assert.equal(firstOf(result).consignment.totals.packages, 158)
    assert.deepEqual(result.codes, [])
  })

  test('another count than its packages is told', async ({ assert }) => {
    const result = await read(TRUCK(...HEAD, ...SHIPMENT, ...GOODS).replace('CNT+58:158', 'CNT+58:200'))
    assert.deepEqual(result.codes, ['TOT-PACKAGES'])
  })
})

test.group('CUSCAR | Australia', () => {
  const HEAD = ['BGM+101:::WARREL+202611210003:1+9', 'LOC+5+9034P::95', 'RFF+ED:AAAAAAMLN']
  const GOODS = ['CNI+1+BL0001', 'RFF+HS:03026200', 'FTX+AAA+++FISH', 'GID+1']
  const report = (...segments: readonly string[]) => filed('CUSCAR:D:99B:UN', 'AAA336C', ...segments)

  test('a version behind the number, national ports, commodity codes as references', async ({ assert }) => {
    const result = await read(report(...HEAD, ...GOODS))
    assert.containSubset(reportOf(result), {
      documentReference: '202611210003',
      documentVersion: '1',
      function: 'original',
    })
    assert.deepEqual(firstOf(result).consignment.items[0]?.hsCodes, ['03026200'])
    assert.deepEqual(result.codes, [])
  })

  test('50 withdraws; a function Australia does not have is told', async ({ assert }) => {
    assert.equal(reportOf(await read(report(...HEAD.map((s) => s.replace(':1+9', ':1+50'))))).function, 'cancel')
    const result = await read(report(...HEAD.map((s) => s.replace(':1+9', ':1+22')), ...GOODS))
    assert.equal(reportOf(result).function, 'status_only')
    assert.include(result.codes, 'SEM-FUNCTION')
  })
})

test.group('CUSCAR | South Africa', () => {
  const manifest = (name: string, ...header: readonly string[]) =>
    SARS(`BGM+85:::${name}+MAN0001+9`, HEADER[1] ?? '', ...header, 'CNI+1+BL0001', ...PLAIN.slice(2))

  test('GEI 5 carries the nature, another indicator of the same value does not', async ({ assert }) => {
    assert.equal(reportOf(await read(manifest('COM', 'GEI+5+23'))).nature, 'import')
    assert.isNull(reportOf(await read(manifest('COM', 'GEI+6+23'))).nature)
  })

  test('a consolidator’s manifest is told by its name', async ({ assert }) => {
    assert.equal(firstOf(await read(manifest('COH'))).consignment.level, 'house')
    assert.equal(firstOf(await read(manifest('COM'))).consignment.level, 'straight')
  })
})

test.group('CUSCAR | carriers’ D.96B', () => {
  test('a consolidator in the header does not make houses of straight bills', async ({ assert }) => {
    const head = [...HEADER, 'NAD+CS+CONSOL1', 'CTA+IC+:DESK']
    const straight = await read(cuscar(...head, ...PLAIN))
    assert.equal(firstOf(straight).consignment.level, 'straight')
    const house = await read(cuscar(...head, ...PLAIN.slice(0, 2), 'RFF+MB:MASTER1', ...PLAIN.slice(2)))
    assert.containSubset(firstOf(house).consignment, { level: 'house', masterReference: 'MASTER1' })
  })

  test('GIS or GEI, the nature is the same', async ({ assert }) => {
    assert.equal(reportOf(await read(cuscar(...HEADER, 'GIS+24', ...PLAIN))).nature, 'transit')
    const later = cuscar(...HEADER, 'GEI+5+24:71:ZZZ', ...PLAIN).replace('D:96B', 'D:03A')
    assert.equal(reportOf(await read(later)).nature, 'transit')
  })
})
