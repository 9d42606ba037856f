import { test } from '@japa/runner'
import { COARRI, edifact } from '../../core/formats/document_texts.js'
import { documentOf } from '../../core/formats/edifact/documents/document_of.js'
import { goods, header } from './dirty.js'

test.group('Row 10 | measures that cannot be', () => {
  test('a volume that is the weight was copied from it', async ({ assert }) => {
    const { item, codes } = await goods('GID+1', 'MEA+AAX+G+KGM:1000', 'MEA+VOL++MTQ:1000')
    assert.isNull(item?.volumeM3 ?? null)
    assert.equal(item?.grossWeightKg, 1000)
    assert.deepEqual(codes, ['REF-UNIT'])
  })

  test('nothing weighs nothing: goods, tare and verified mass of zero are not known', async ({ assert }) => {
    const { item, codes } = await goods('GID+1', 'MEA+AAX+G+KGM:0')
    assert.isNull(item?.grossWeightKg ?? null)
    assert.deepEqual(codes, ['SYN-NUMBER'])
    const tare = await header('EQD+CN+MSKU1234565+22G1', 'MEA+AAE+T+KGM:0.0')
    assert.isNull(tare.report.equipment[0]?.tareKg ?? null)
    assert.deepEqual(tare.codes, ['SYN-NUMBER'])
    const text = edifact('COARRI:D:95B:UN', ...COARRI).replace('VGM+KGM:26300', 'VGM+KGM:0')
    const verified = await documentOf(text, 'equipment_report')
    assert.isNull(verified.document.equipment[0]?.verifiedGrossKg ?? null)
    assert.deepEqual(verified.codes, ['SYN-NUMBER'])
  })

  test('light goods, a small volume and an ordinary tare are believed', async ({ assert }) => {
    const { item, codes } = await goods('GID+1', 'MEA+AAX+G+KGM:1', 'MEA+VOL++MTQ:0.01')
    assert.deepEqual([item?.grossWeightKg, item?.volumeM3], [1, 0.01])
    assert.deepEqual(codes, [])
  })
})
