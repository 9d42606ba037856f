import { test } from '@japa/runner'
import { firstOf, read, reportOf } from '#sdk/testing'
import { cuscar, HEADER, PLAIN } from '../../cuscar_texts.js'

const CNI = 'CNI+1+BL0001'
const CONTAINER = 'EQD+CN+MSKU1234565+22G1'
const one = async (...segments: readonly string[]) => {
  const result = await read(cuscar(...HEADER, ...segments))
  return { codes: result.codes, report: reportOf(result), ...firstOf(result) }
}

test.group('CUSCAR | weights and totals', () => {
  test('items are summed; a declared total that differs is told', async ({ assert }) => {
    const items = ['GID+1+5:CT', 'MEA+AAX+G+KGM:400.25', 'GID+2+7:CT', 'MEA+AAX+G+KGM:600.5']
    const fine = await one(CNI, 'CNT+7:1000.75', 'CNT+11:12', ...items)
    assert.deepEqual([fine.consignment.totals.grossWeightKg, fine.consignment.totals.packages], [1000.75, 12])
    assert.deepEqual(fine.codes, [])
    const off = await one(CNI, 'CNT+7:1500', 'CNT+11:20', ...items)
    assert.equal(off.consignment.totals.grossWeightKg, 1000.75)
    assert.deepEqual(off.codes, ['TOT-WEIGHT', 'TOT-PACKAGES'])
  })

  test('a total repeated on each item is the total and the weight of none', async ({ assert }) => {
    const items = [1, 2, 3].flatMap((number) => [`GID+${number}+1:CT`, 'MEA+AAX+G+KGM:900'])
    const repeated = await one(CNI, 'CNT+7:900', ...items)
    assert.equal(repeated.consignment.totals.grossWeightKg, 900)
    assert.deepEqual(
      repeated.consignment.items.map(({ grossWeightKg }) => grossWeightKg),
      [null, null, null]
    )
    assert.deepEqual(repeated.codes, ['TOT-REPEATED'])
    const equal = await one(CNI, 'CNT+7:2700', ...items)
    assert.equal(equal.consignment.totals.grossWeightKg, 2700)
    assert.deepEqual(equal.codes, [])
  })

  test('units are turned into kilograms; an unknown unit gives no weight', async ({ assert }) => {
    const pounds = await one(CNI, 'GID+1+1:CT', 'MEA+AAX+G+LBR:1000')
    assert.equal(pounds.consignment.totals.grossWeightKg, 453.592)
    const odd = await one(CNI, 'GID+1+1:CT', 'MEA+AAX+G+STN:1000')
    assert.isNull(odd.consignment.totals.grossWeightKg)
    assert.deepEqual(odd.codes, ['REF-UNIT'])
  })

  test('the better candidate wins whatever the order', async ({ assert }) => {
    const { consignment } = await one(CNI, 'GID+1+1:CT', 'MEA+WT+G+KGM:1', 'MEA+AAX+G+KGM:2', 'MEA+AAI++KGM:3')
    assert.equal(consignment.totals.grossWeightKg, 2)
  })

  test('a number with two decimal points is told and left out', async ({ assert }) => {
    const { codes, consignment } = await one(CNI, 'GID+1+1:CT', 'MEA+AAX+G+KGM:30723.31.01')
    assert.isNull(consignment.items[0]?.grossWeightKg)
    assert.deepEqual(codes, ['SYN-NUMBER'])
  })

  test('totals of the header are compared', async ({ assert }) => {
    const { codes } = await one('CNT+10:2', 'CNT+16:3', 'CNT+32:5000', ...PLAIN)
    assert.deepEqual(codes, ['TOT-WEIGHT', 'TOT-COUNT', 'TOT-COUNT'])
    assert.deepEqual((await one(CONTAINER, 'CNT+10:1', 'CNT+16:1', 'CNT+32:1000', ...PLAIN)).codes, [])
  })
})

test.group('CUSCAR | goods', () => {
  test('texts cut at 70 characters run on, shorter ones get a blank', async ({ assert }) => {
    const cut = 'A'.repeat(70)
    const { consignment } = await one(CNI, 'GID+1+1:CT', `FTX+AAA+++${cut}:BB`, 'FTX+AAA+++CC')
    assert.equal(consignment.items[0]?.description, `${cut}BB CC`)
  })

  test('text before the first GID belongs to the goods', async ({ assert }) => {
    const { consignment } = await one(CNI, 'FTX+AAA+++FROZEN FISH', 'RFF+HS:03026200', 'GID+1')
    assert.equal(consignment.items[0]?.description, 'FROZEN FISH')
    assert.deepEqual(consignment.items[0]?.hsCodes, ['03026200'])
  })

  test('commodity codes from CST, RFF and text, digits only', async ({ assert }) => {
    const { consignment, codes, provenance } = await one(
      CNI,
      'GID+1+1:CT',
      'FTX+AAA+++TILES HS CODE?: 6907.21',
      'CST+1+6908.90:HS'
    )
    assert.deepEqual(consignment.items[0]?.hsCodes, ['690890', '690721'])
    assert.equal(provenance['items.0.hsCodes.1']?.[0]?.tag, 'FTX')
    assert.deepEqual(codes, [])
  })

  test('codes that stand in for none are told', async ({ assert }) => {
    const { consignment, codes } = await one(CNI, 'GID+1+1:CT', 'CST+1+9999.00', 'CST+1+123')
    assert.deepEqual(consignment.items[0]?.hsCodes, [])
    assert.deepEqual(codes, ['REF-HS', 'REF-HS'])
  })

  test('words that only look like a commodity code', async ({ assert }) => {
    const { consignment } = await one(CNI, 'GID+1+1:CT', 'FTX+AAA+++HSB STEEL 690721')
    assert.deepEqual(consignment.items[0]?.hsCodes, [])
  })

  test('dangerous goods, marks, packages', async ({ assert }) => {
    const { consignment, codes } = await one(CNI, 'GID+1+12:XX', 'DGS+IMD+3+1263', 'PCI+24+MARK 1:MARK 2')
    const [item] = consignment.items
    assert.deepEqual(item?.dangerousGoods, [{ unNumber: '1263', class: '3' }])
    assert.equal(item?.marks, 'MARK 1 MARK 2')
    assert.deepEqual(item?.packages, { count: 12, type: null, typeAsFiled: 'XX' })
    assert.deepEqual(codes, ['REF-PACKAGE'])
  })
})

test.group('CUSCAR | equipment', () => {
  test('check digit: {0}')
    .with([
      ['MSKU1234565', true, []],
      ['MSKU1234560', false, ['REF-CHECKDIGIT-CTN']],
      ['MSKU 123456-5', true, []],
      ['MSKU123456', false, ['REF-CHECKDIGIT-CTN']],
    ] as const)
    .run(async ({ assert }, [number, valid, expected]) => {
      const { report, codes } = await one(`EQD+CN+${number}+22G1`, ...PLAIN)
      assert.equal(report.equipment[0]?.checkDigitValid, valid)
      assert.deepEqual([...codes], [...expected])
    })

  test('breakbulk has no check digit and no ISO type', async ({ assert }) => {
    const { report, codes, consignment } = await one('EQD+BL+EQ123456+7:ZZZ:5', ...PLAIN)
    assert.isNull(report.equipment[0]?.checkDigitValid ?? null)
    assert.isFalse(consignment.containerised)
    assert.deepEqual(codes, [])
  })

  test('size types: aliases are repaired, invented ones told', async ({ assert }) => {
    const alias = await one('EQD+CN+MSKU1234565+45GP', ...PLAIN)
    assert.deepInclude(alias.report.equipment[0], { sizeType: '45G1', sizeTypeAsFiled: '45GP' })
    assert.deepEqual(alias.codes, [])
    const invented = await one('EQD+CN+MSKU1234565+XXXX', ...PLAIN)
    assert.deepInclude(invented.report.equipment[0], { sizeType: null, sizeTypeAsFiled: 'XXXX' })
    assert.deepEqual(invented.codes, ['REF-ISO-TYPE'])
  })

  test('seals are split and cleaned', async ({ assert }) => {
    const { report, codes } = await one(CONTAINER, 'SEL+ML-AB123, CD456', 'SEL+NA', 'SEL+0', ...PLAIN)
    assert.deepEqual(report.equipment[0]?.seals, ['AB123', 'CD456'])
    assert.deepEqual(codes, ['REF-SEAL', 'REF-SEAL'])
  })

  test('one container named twice is one', async ({ assert }) => {
    const result = await read(cuscar(...HEADER, CONTAINER, CONTAINER, ...PLAIN))
    assert.deepEqual(result.messages[0]?.counts.equipment, 1)
    assert.equal(result.messages[0]?.counts.equipmentRecords, 2)
    assert.deepEqual(result.codes, ['SYN-DUP-REF'])
  })

  test('one container under many bills is no mistake', async ({ assert }) => {
    const stowed = ['SGP+MSKU1234565+5']
    const { report, codes } = await one(CONTAINER, ...PLAIN, ...stowed, 'CNI+2+BL0002', 'GID+1+1:CT', ...stowed)
    assert.deepEqual(
      report.consignments.map(({ consignment }) => consignment.equipment.map(({ number }) => number)),
      [['MSKU1234565'], ['MSKU1234565']]
    )
    assert.deepEqual(codes, [])
  })

  test('equipment behind the consignments and under one', async ({ assert }) => {
    const behind = await one(...PLAIN, 'SGP+MSKU1234565', CONTAINER, 'MEA+AAE+T+KGM:2200')
    assert.deepInclude(behind.consignment.equipment[0], { sizeType: '22G1', tareKg: 2200 })
    const under = await one(CNI, CONTAINER, 'LOC+9+CNSHA', 'GID+1+1:CT', 'CNI+2+BL0002', 'GID+1+1:CT')
    assert.lengthOf(under.report.consignments[0]?.consignment.equipment ?? [], 1)
    assert.lengthOf(under.report.consignments[1]?.consignment.equipment ?? [], 0)
    assert.equal(under.consignment.places.loading?.code, 'CNSHA')
  })

  test('a container that no EQD describes is known by number alone', async ({ assert }) => {
    const { report, codes } = await one(...PLAIN, 'SGP+MSKU1234565')
    assert.deepInclude(report.equipment[0], { number: 'MSKU1234565', sizeType: null })
    assert.deepEqual(codes, ['SEM-EQUIPMENT-UNDECLARED'])
  })

  test('set points in Celsius and Fahrenheit', async ({ assert }) => {
    assert.equal((await one(CONTAINER, 'TMP+2+-18:CEL', ...PLAIN)).report.equipment[0]?.temperatureC, -18)
    assert.equal((await one(CONTAINER, 'TMP+2+14:FAH', ...PLAIN)).report.equipment[0]?.temperatureC, -10)
  })
})
