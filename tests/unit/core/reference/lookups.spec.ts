import { test } from '@japa/runner'
import { createReferenceData, type ReferenceTables } from '#core/reference/lookups'
import type { UnitInfo } from '#core/reference/reference_data'

const pallet = { code: 'PX', name: 'Pallet' }
const kilogram = { code: 'KGM', kind: 'mass', factor: 1 } as const
const shanghai = { code: 'CNSHG', name: 'Shanghai Pt', country: 'CN', functions: ['port'] } as const
const france = { alpha2: 'FR', alpha3: 'FRA', name: 'France' }
const line = { code: 'ABCU', name: 'Alphabet Line' }
const tiles = { code: '6907', description: 'Ceramic flags and paving' }
const highCube = { tareKg: 3900, maxPayloadKg: 28_600, maxGrossKg: 32_500 }

const tables: ReferenceTables = {
  places: new Map([['CNSHG', shanghai]]),
  countries: new Map([
    ['FR', france],
    ['FRA', france],
  ]),
  packageTypes: new Map([['PX', pallet]]),
  packageAliases: new Map([['PLT', 'PX']]),
  units: new Map<string, UnitInfo>([
    ['KGM', kilogram],
    ['KGS', { code: 'KGS', kind: 'other', factor: 1 }],
  ]),
  unitAliases: new Map([['KGS', 'KGM']]),
  containerLimits: new Map([['45G1', highCube]]),
  containerAliases: new Map([['40HC', '45G1']]),
  carriers: new Map([
    ['ABCU', line],
    ['ABC', line],
  ]),
  hsHeadings: new Map([['6907', tiles]]),
}
const reference = createReferenceData(tables)

test.group('Reference look-ups', () => {
  test('tolerate case and separators', ({ assert }) => {
    assert.equal(reference.place('cn shg'), shanghai)
    assert.equal(reference.country('fra'), france)
    assert.equal(reference.hsHeading('6907.21'), tiles)
    assert.equal(reference.hsHeading('69072100'), tiles)
    assert.equal(reference.carrier('abc'), line)
  })

  test('know how names of countries end', ({ assert }) => {
    assert.isTrue(reference.endsCountryName(france.name.slice(-3).toLowerCase()))
    assert.isTrue(reference.endsCountryName(''))
    assert.isFalse(reference.endsCountryName(`${france.name}X`))
  })

  test('follow aliases', ({ assert }) => {
    assert.equal(reference.packageType('PLT'), pallet)
    assert.equal(reference.packageType('XPX'), pallet)
    assert.equal(reference.packageType('px'), pallet)
    assert.equal(reference.unit('KGS'), kilogram)
  })

  test('answer null for what is not on file', ({ assert }) => {
    assert.isNull(reference.place('ZZZZZ'))
    assert.isNull(reference.country(''))
    assert.isNull(reference.packageType('XX'))
    assert.isNull(reference.unit('constructor'))
    assert.isNull(reference.containerType('XXXX'))
    assert.isNull(reference.carrier('ZZZZ'))
    assert.isNull(reference.hsHeading('69'))
  })

  test('give a container type the figures of its size and group', ({ assert }) => {
    const asHighCube = { code: '45G1', group: 'dry', lengthFt: 40, ...highCube } as const
    assert.deepEqual(reference.containerType('40 HC'), asHighCube)
    assert.deepEqual(reference.containerType('45GP'), asHighCube)
    assert.deepEqual(reference.containerType('45G2'), { ...asHighCube, code: '45G2' })
    assert.deepEqual(reference.containerType('22G1'), {
      code: '22G1',
      group: 'dry',
      lengthFt: 20,
      tareKg: null,
      maxPayloadKg: null,
      maxGrossKg: null,
    })
  })
})
