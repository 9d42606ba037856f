import { test } from '@japa/runner'
import { newCodes, plain } from './dirty_asycuda.js'

const codes = async (element: string, value: string) => {
  const result = await plain(
    'CERAMIC TILES HS CODE 6907.21</Goods_description>',
    `TILES</Goods_description><${element}>${value}</${element}>`
  )
  return [result.first.consignment.items[0]?.hsCodes, newCodes(result)]
}

test.group('Row 22 | commodity codes of manifests', () => {
  test('4 to 10 digits, with and without dots, under every name', async ({ assert }) => {
    for (const element of ['Commodity_code', 'HS_code', 'Goods_hs_code'])
      assert.deepEqual(await codes(element, '6907.21.00'), [['69072100'], []], element)
    assert.deepEqual(await codes('HS_code', '6907'), [['6907'], []])
  })

  test('what stands in for one is told and left out', async ({ assert }) => {
    for (const value of ['9999.00', '0', '12']) assert.deepEqual(await codes('HS_code', value), [[], ['REF-HS']], value)
  })

  test('other numbers of a description are none', async ({ assert }) => {
    const result = await plain('CERAMIC TILES HS CODE 6907.21', 'TILES 6907 PCS')
    assert.deepEqual([result.first.consignment.items[0]?.hsCodes, newCodes(result)], [[], []])
  })
})
