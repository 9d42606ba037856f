import { test } from '@japa/runner'
import { newCodes, plain, told } from './dirty_asycuda.js'
import { PLAIN } from '../../core/formats/asycuda/asycuda_texts.js'

const described = async (text: string, container = '') => {
  const filed = PLAIN.replace('CERAMIC TILES HS CODE 6907.21', text)
  const result = await told(filed.replace('</ctn_segment>', `${container}</ctn_segment>`))
  return { dangerous: [...(result.first.consignment.items[0]?.dangerousGoods ?? [])], codes: newCodes(result) }
}

test.group('Row 21 | dangerous goods only in the text of manifests', () => {
  test('are taken from there, and told', async ({ assert }) => {
    assert.deepEqual(await described('PAINT UN1263 CLASS 3'), {
      dangerous: [{ unNumber: '1263', class: '3' }],
      codes: ['SEM-DG-TEXT'],
    })
  })

  test('those the container names need no text; a bare mark says that there are some', async ({ assert }) => {
    assert.deepEqual(await described('PAINT UN1263 CLASS 3', '<IMCO>3</IMCO><UN>1263</UN>'), {
      dangerous: [{ unNumber: '1263', class: '3' }],
      codes: [],
    })
    const marked = await plain('<Bol_nature>23<', '<DG_status>1</DG_status><Bol_nature>23<')
    assert.deepEqual(marked.first.consignment.items[0]?.dangerousGoods, [{ unNumber: null, class: null }])
  })

  test('goods called not restricted, and a mark of none', async ({ assert }) => {
    assert.deepEqual(await described('DRY BATTERY NOT RESTRICTED A123'), { dangerous: [], codes: [] })
    const marked = await plain('<Bol_nature>23<', '<DG_status>0</DG_status><Bol_nature>23<')
    assert.deepEqual(marked.first.consignment.items[0]?.dangerousGoods, [])
  })
})
