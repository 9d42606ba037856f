import { test } from '@japa/runner'
import { told } from './dirty.js'
import { cuscar, HEADER } from '../../core/formats/cuscar_texts.js'

const levelOf = async (...bill: readonly string[]) => {
  const { consignment } = await told(cuscar(...HEADER, ...bill, 'GID+1+10:CT', 'FTX+AAA+++TILES'))
  return [consignment.level, consignment.reference, consignment.masterReference]
}

test.group('Row 26 | houses and their masters', () => {
  test('a house is known by its own number and says its master, wherever the sender writes that', async ({
    assert,
  }) => {
    assert.deepEqual(await levelOf('CNI+1+::MASTER1', 'RFF+BH:HOUSE1'), ['house', 'HOUSE1', 'MASTER1'])
    assert.deepEqual(await levelOf('CNI+1+HOUSE1', 'RFF+MB:MASTER1', 'RFF+BH:HOUSE1'), ['house', 'HOUSE1', 'MASTER1'])
    assert.deepEqual(await levelOf('CNI+1', 'RFF+MWB:12312345675', 'RFF+HWB:HOUSE1'), [
      'house',
      'HOUSE1',
      '12312345675',
    ])
  })

  test('a bill of the carrier is no house', async ({ assert }) => {
    assert.deepEqual(await levelOf('CNI+1+BL0001', 'RFF+BM:BL0001'), ['straight', 'BL0001', null])
  })
})
