import { test } from '@japa/runner'
import { goods } from './dirty.js'

const items = (...weights: readonly number[]) =>
  goods('CNT+7:900:KGM', ...weights.flatMap((weight, at) => [`GID+${at + 1}+1:CT`, `MEA+AAX+G+KGM:${weight}`]))

test.group('Row 9 | the total repeated on each item', () => {
  test('is the total, and the weight of none', async ({ assert }) => {
    const { consignment, codes } = await items(900, 900, 900)
    assert.equal(consignment.totals.grossWeightKg, 900)
    assert.isTrue(consignment.items.every(({ grossWeightKg }) => grossWeightKg === null))
    assert.deepEqual(codes, ['TOT-REPEATED'])
  })

  test('items of one weight that add up to the total weigh what they say', async ({ assert }) => {
    const { consignment, codes } = await items(300, 300, 300)
    assert.equal(consignment.totals.grossWeightKg, 900)
    assert.equal(consignment.items[0]?.grossWeightKg, 300)
    assert.deepEqual(codes, [])
  })
})
