import { test } from '@japa/runner'
import { awmds, bol } from '../../core/formats/asycuda/asycuda_texts.js'
import { newCodes, plain, told } from './dirty_asycuda.js'

const withGeneral = (nature: string) =>
  told(awmds(bol('BL0001')).replace('<Totals_segment>', `<Nature>${nature}</Nature><Totals_segment>`))

test.group('Row 28 | nature of cargo in manifests', () => {
  test('the bill wins over the header, and it is told', async ({ assert }) => {
    const result = await withGeneral('22')
    assert.deepEqual([result.report.nature, result.first.consignment.nature], ['export', 'import'])
    assert.include(newCodes(result), 'SEM-NATURE-CONFLICT')
  })

  test('a code that nobody knows means nothing', async ({ assert }) => {
    const result = await plain('<Bol_nature>23<', '<Bol_nature>99<')
    assert.deepEqual([result.first.consignment.nature, newCodes(result)], [null, ['REF-CODE']])
  })

  test('the same twice is no conflict; the four codes are known', async ({ assert }) => {
    assert.notInclude(newCodes(await withGeneral('23')), 'SEM-NATURE-CONFLICT')
    for (const [code, nature] of [
      ['22', 'export'],
      ['24', 'transit'],
      ['28', 'transhipment'],
    ] as const)
      assert.equal((await plain('<Bol_nature>23<', `<Bol_nature>${code}<`)).first.consignment.nature, nature)
  })
})
