import { test } from '@japa/runner'
import { loadReferenceData } from '#platform/reference/load_reference_data'

const reference = loadReferenceData('database/reference')

test.group('Reference data as shipped', () => {
  test('{code} is a place in {country}')
    .with([
      { code: 'GTPRQ', country: 'GT', port: true },
      { code: 'GTSTC', country: 'GT', port: true },
      { code: 'GTPBR', country: 'GT', port: true },
      { code: 'JMKIN', country: 'JM', port: true },
      { code: 'JMMBJ', country: 'JM', port: true },
      { code: 'VEPBL', country: 'VE', port: true },
      { code: 'COCTG', country: 'CO', port: true },
      { code: 'CNPVG', country: 'CN', port: false },
    ])
    .run(({ assert }, { code, country, port }) => {
      const place = reference.place(code)
      assert.equal(place?.country, country)
      assert.equal(place?.functions.includes('port'), port)
    })

  test('an airport filed for the sea port names its twin, and the twin is a port', ({ assert }) => {
    const filed = reference.place('CNSHA')
    assert.deepEqual(filed?.functions, ['airport'])
    assert.equal(filed?.seaPort, 'CNSHG')
    assert.include(reference.place(filed?.seaPort ?? '')?.functions, 'port')
  })

  test('coordinates are those UNECE publishes, and absent elsewhere', ({ assert }) => {
    assert.closeTo(reference.place('CNNBG')?.latitude ?? 0, 29.917, 0.001)
    assert.notProperty(reference.place('GTPRQ'), 'latitude')
  })

  test('unit {filed} is {code}, times {factor}')
    .with([
      { filed: 'KGM', code: 'KGM', factor: 1 },
      { filed: 'KGS', code: 'KGM', factor: 1 },
      { filed: 'LBS', code: 'LBR', factor: 0.45359237 },
      { filed: 'TON', code: 'TNE', factor: 1000 },
      { filed: 'CBM', code: 'MTQ', factor: 1 },
      { filed: 'CFT', code: 'FTQ', factor: 0.028316846592 },
    ])
    .run(({ assert }, { filed, code, factor }) => assert.deepInclude(reference.unit(filed), { code, factor }))

  test('package {filed} is {code}')
    .with([
      { filed: 'CTN', code: 'CT' },
      { filed: 'PLTS', code: 'PX' },
      { filed: 'PA', code: 'PA' },
      { filed: 'BULTOS', code: 'PK' },
      { filed: 'XDR', code: 'DR' },
    ])
    .run(({ assert }, { filed, code }) => assert.equal(reference.packageType(filed)?.code, code))

  test('container type {filed} is {code} for at most {payload} kg')
    .with([
      { filed: '45R1', code: '45R1', payload: 29_300 },
      { filed: '45GP', code: '45G1', payload: 28_600 },
      { filed: '42G4', code: '42G1', payload: 28_750 },
      { filed: '20DV', code: '22G1', payload: 28_230 },
      { filed: '4400', code: '45G0', payload: 28_600 },
    ])
    .run(({ assert }, { filed, code, payload }) =>
      assert.deepInclude(reference.containerType(filed), { code, maxPayloadKg: payload })
    )

  test('carriers answer to SCAC and liner code, headings to longer codes', ({ assert }) => {
    assert.equal(reference.carrier('MAEU'), reference.carrier('MSK'))
    assert.match(reference.hsHeading('690721')?.description ?? '', /^Ceramic/)
    assert.isNull(reference.hsHeading('9999.00'))
  })
})
