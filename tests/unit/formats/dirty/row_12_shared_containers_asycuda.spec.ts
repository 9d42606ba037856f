import { test } from '@japa/runner'
import { awmds, bol, CONTAINER } from '../../core/formats/asycuda/asycuda_texts.js'
import { newCodes, told } from './dirty_asycuda.js'

test.group('Row 12 | one container, many bills of a manifest', () => {
  test('a box twice in one bill is one, and told', async ({ assert }) => {
    const result = await told(awmds(bol('BL0001', { containers: CONTAINER + CONTAINER })))
    assert.lengthOf(result.first.consignment.equipment, 1)
    assert.include(newCodes(result), 'SYN-DUP-REF')
    assert.equal(result.of('SYN-DUP-REF')[0]?.at?.path, '/Awmds/Bol_segment/ctn_segment[2]/Ctn_reference')
  })

  test('a box under each of its bills is one box of the manifest, and no mistake', async ({ assert }) => {
    const second = CONTAINER.replace('<Marks1>ML-SEAL01</Marks1>', '<Marks1>SEAL02</Marks1>')
    const result = await told(awmds(bol('BL0001'), bol('BL0002', { containers: second })))
    assert.lengthOf(result.of('SYN-DUP-REF'), 0)
    assert.deepEqual(
      result.report.equipment.map(({ number, seals }) => [number, seals]),
      [['MSKU1234565', ['SEAL01', 'SEAL02']]]
    )
    assert.isTrue(result.report.consignments.every(({ consignment }) => consignment.equipment.length === 1))
    assert.deepEqual([result.messages[0]?.counts.equipment, result.messages[0]?.counts.equipmentRecords], [1, 2])
  })
})
