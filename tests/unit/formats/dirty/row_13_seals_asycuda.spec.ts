import { test } from '@japa/runner'
import { awmds, bol, LOOSE } from '../../core/formats/asycuda/asycuda_texts.js'
import { newCodes, plain, told } from './dirty_asycuda.js'

const seals = async (...filed: readonly string[]) => {
  const elements = filed.map((text, at) => `<Marks${at + 1}>${text}</Marks${at + 1}>`).join('')
  const result = await plain('<Marks1>ML-SEAL01</Marks1>', elements)
  return { seals: result.first.consignment.equipment[0]?.seals ?? [], codes: newCodes(result) }
}

test.group('Row 13 | seals of manifests', () => {
  test('words and zeros for none are told and no seals', async ({ assert }) => {
    for (const text of ['NA', 'NO SEAL', '0', '000'])
      assert.deepEqual(await seals(text), { seals: [], codes: ['REF-SEAL'] }, text)
  })

  test('three elements, several in one, prefixes of makers', async ({ assert }) => {
    assert.deepEqual(await seals('ML-CN12345', 'A1234, B5678', 'C1234/D5678'), {
      seals: ['CN12345', 'A1234', 'B5678', 'C1234', 'D5678'],
      codes: [],
    })
  })

  test('seals of the goods are those of their only container, and told where there is none', async ({ assert }) => {
    const goods = '<Seals_segment><Marks_of_seals>CN99</Marks_of_seals></Seals_segment></Goods_segment>'
    const one = await plain('</Goods_segment>', goods)
    assert.deepEqual(one.first.consignment.equipment[0]?.seals, ['SEAL01', 'CN99'])
    const none = await told(awmds(bol('BL0001', { ...LOOSE, goods: LOOSE.goods.replace('</Goods_segment>', goods) })))
    assert.lengthOf(none.of('SYN-SKIPPED'), 1)
  })

  test('a number that begins like a prefix, or has a short part behind a stroke, is one seal', async ({ assert }) => {
    assert.deepEqual(await seals('MLX12345', 'AB123/1'), { seals: ['MLX12345', 'AB123/1'], codes: [] })
  })
})
