import { test } from '@japa/runner'
import { el, els } from '../../core/formats/asycuda/asycuda_texts.js'
import { bill } from './dirty_asycuda.js'

const commodity = (description: string, mass: number): string =>
  el('Commodity_segment', els({ HS_code: '690721', Commercial_description: description, Gross_mass: mass }))
const goods = (total: number, ...masses: readonly number[]) =>
  bill({
    containers: '',
    goods: el('Goods_segment', els({ Gross_mass: total }), ...masses.map((mass, at) => commodity(`TILES ${at}`, mass))),
  })

test.group('Row 9 | the weight of the bill on each commodity', () => {
  test('is the total, and the weight of none', async ({ assert }) => {
    const { first, of } = await goods(300, 300, 300, 300)
    assert.lengthOf(of('TOT-REPEATED'), 1)
    assert.deepEqual(
      first.consignment.items.map(({ grossWeightKg }) => grossWeightKg),
      [null, null, null]
    )
    assert.equal(first.consignment.totals.grossWeightKg, 300)
  })

  test('commodities of one weight that add up to the total weigh what they say', async ({ assert }) => {
    const { first, of } = await goods(300, 100, 100, 100)
    assert.lengthOf(of('TOT-REPEATED'), 0)
    assert.deepEqual(
      first.consignment.items.map(({ grossWeightKg, hsCodes }) => [grossWeightKg, ...hsCodes]),
      Array.from({ length: 3 }, () => [100, '690721'])
    )
    assert.equal(first.consignment.totals.grossWeightKg, 300)
  })
})
