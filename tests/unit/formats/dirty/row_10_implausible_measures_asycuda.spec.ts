import { test } from '@japa/runner'
import { newCodes, plain } from './dirty_asycuda.js'

test.group('Row 10 | measures of manifests that cannot be', () => {
  test('a volume that is the weight was copied from it', async ({ assert }) => {
    const result = await plain('<Volume_in_cubic_meters>12.5<', '<Volume_in_cubic_meters>1000.5<')
    const { items, totals } = result.first.consignment
    assert.deepEqual([items[0]?.volumeM3, totals.volumeM3, items[0]?.grossWeightKg], [null, null, 1000.5])
    assert.deepEqual(newCodes(result), ['REF-UNIT'])
  })

  test('nothing weighs nothing: goods and tare of zero are not known', async ({ assert }) => {
    const goods = await plain('<Gross_mass>1000.5<', '<Gross_mass>0<')
    assert.isNull(goods.first.consignment.totals.grossWeightKg)
    assert.deepEqual(newCodes(goods), ['SYN-NUMBER'])
    const tare = await plain('<Empty_weight>3900<', '<Empty_weight>0.0<')
    assert.isNull(tare.first.consignment.equipment[0]?.tareKg ?? null)
    assert.isNull(tare.first.consignment.equipment[0]?.grossKg ?? null)
    assert.deepEqual(newCodes(tare), ['SYN-NUMBER'])
  })

  test('a volume of zero is one that nobody entered; a small one is believed', async ({ assert }) => {
    const none = await plain('<Volume_in_cubic_meters>12.5<', '<Volume_in_cubic_meters>0<')
    assert.deepEqual([none.first.consignment.items[0]?.volumeM3, newCodes(none)], [null, []])
    const small = await plain('<Volume_in_cubic_meters>12.5<', '<Volume_in_cubic_meters>0.01<')
    assert.deepEqual([small.first.consignment.items[0]?.volumeM3, newCodes(small)], [0.01, []])
  })
})
