import { test } from '@japa/runner'
import { firstOf, read, reportOf } from '#sdk/testing'
import { cuscar } from './cuscar_texts.js'

const MESSAGE = [
  'BGM+785+MAN7001+9',
  'TDT+20+114N+1++XCAR:172:20:EXAMPLE LINE+++9074729:146:11:NORTHERN CELEBRATION:PA',
  'LOC+60+JMKIN',
  'DTM+132:202611231200:203',
  'EQD+CN+MSKU1234565+45R1+++5',
  'MEA+AAE+T+KGM:4500',
  'SEL+XC99881+CA',
  'TMP+2+-18:CEL',
  'CNI+1+XCARBOG00071',
  'RFF+BM:XCARBOG00071',
  'LOC+88+PEPIO',
  'LOC+9+COCTG',
  'LOC+13+PAONX',
  'LOC+13+GTSTC',
  'LOC+11+JMKIN',
  'GIS+23',
  'NAD+CZ+++EXPORTADORA DE EJEMPLO SAC+AV INVENTADA 100+PISCO+++PE',
  'NAD+CN+++EXAMPLE HOLDINGS LTD+PO BOX 77+KINGSTON+++JM',
  'GID+1+400:CT',
  'FTX+AAA+++CERAMIC TILES',
  'MEA+AAX+G+KGM:14200',
  'SGP+MSKU1234565+400',
]

test.group('CUSCAR | Northern Celebration', () => {
  test('all eight inputs are read, each from its own segment', async ({ assert }) => {
    const result = await read(cuscar(...MESSAGE))
    const { consignment, provenance } = firstOf(result)
    assert.deepEqual(result.codes, [])
    assert.equal(consignment.places.receipt?.country, 'PE')
    assert.equal(consignment.places.loading?.code, 'COCTG')
    assert.deepEqual(
      consignment.places.transhipment.map(({ code }) => code),
      ['PAONX', 'GTSTC']
    )
    assert.equal(consignment.items[0]?.description, 'CERAMIC TILES')
    assert.deepInclude(consignment.equipment[0], { sizeType: '45R1', temperatureC: -18, tareKg: 4500 })
    assert.equal(consignment.totals.grossWeightKg, 14_200)
    assert.deepEqual(
      consignment.parties.map(({ role, name, address }) => [role, name, address]),
      [
        ['consignor', 'EXPORTADORA DE EJEMPLO SAC', 'AV INVENTADA 100, PISCO'],
        ['consignee', 'EXAMPLE HOLDINGS LTD', 'PO BOX 77, KINGSTON'],
      ]
    )
    assert.equal(reportOf(result).conveyance.eta, '2026-11-23T12:00')
    const tags = [
      'places.receipt',
      'places.loading',
      'places.transhipment.1',
      'equipment.0.temperatureC',
      'totals.grossWeightKg',
      'parties.1.address',
    ]
    assert.deepEqual(
      tags.map((path) => provenance[path]?.[0]?.tag),
      ['LOC', 'LOC', 'LOC', 'TMP', 'MEA', 'NAD']
    )
  })

  test('without {0}, nothing stands in for it')
    .with([
      ['LOC+88', (c) => c.places.receipt],
      ['LOC+9', (c) => c.places.loading],
      ['LOC+13', (c) => c.places.transhipment[0]],
      ['FTX+AAA', (c) => c.items[0]?.description],
      ['EQD', (c) => c.equipment[0]?.sizeType],
      ['MEA+AAX', (c) => c.totals.grossWeightKg],
      ['NAD+CZ', (c) => c.parties.find(({ role }) => role === 'consignor')],
      ['NAD+CN', (c) => c.parties.find(({ role }) => role === 'consignee')],
    ] satisfies [string, (consignment: ReturnType<typeof firstOf>['consignment']) => unknown][])
    .run(async ({ assert }, [start, pick]) => {
      const rest = MESSAGE.filter((segment) => !segment.startsWith(start))
      assert.isBelow(rest.length, MESSAGE.length)
      assert.notExists(pick(firstOf(await read(cuscar(...rest))).consignment))
    })
})
