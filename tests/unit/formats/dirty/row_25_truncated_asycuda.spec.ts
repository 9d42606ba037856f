import { test } from '@japa/runner'
import { PLAIN } from '../../core/formats/asycuda/asycuda_texts.js'
import { newCodes, told } from './dirty_asycuda.js'

test.group('Row 25 | manifests cut off', () => {
  test('without its tail everything before it is read, and what is missing is named', async ({ assert }) => {
    const cut = PLAIN.indexOf('<Goods_description>USED TYRES')
    const result = await told(PLAIN.slice(0, cut + 22))
    const [found] = result.of('SYN-TRUNCATED')
    assert.deepEqual([found?.params?.missing, found?.consignment, found?.at?.offset], ['</Awmds>', 1, cut + 22])
    assert.deepEqual(
      result.report.consignments.map(({ consignment }) => [consignment.reference, consignment.items[0]?.description]),
      [
        ['BL0001', 'CERAMIC TILES HS CODE 6907.21'],
        ['BL0002', 'USE'],
      ]
    )
  })

  test('without its head it is told by its first segment', async ({ assert }) => {
    const from = PLAIN.indexOf('<Bol_segment>')
    const result = await told(PLAIN.slice(from))
    assert.deepEqual(
      result.report.consignments.map(({ consignment }) => consignment.reference),
      ['BL0001', 'BL0002']
    )
    assert.equal(result.of('SYN-TRUNCATED')[0]?.params?.missing, '<Awmds>')
    assert.includeMembers([...newCodes(result)], ['SEM-MANIFEST-MISSING', 'SYN-XML-REPAIRED'])
  })

  test('a whole one is whole, whatever blanks follow', async ({ assert }) => {
    assert.deepEqual(newCodes(await told(`${PLAIN}\n\n  \n`)), [])
  })
})
