import { test } from '@japa/runner'
import { reportOf, read } from '#sdk/testing'
import { cuscar, HEADER } from '../../core/formats/cuscar_texts.js'

const bill = (number: number, box: string): readonly string[] => [
  `CNI+${number}+BL000${number}`,
  'GID+1+1:CT',
  `SGP+${box}+1`,
]

test.group('Row 12 | one container, many bills', () => {
  test('a box described twice is one, and told', async ({ assert }) => {
    const boxes = ['EQD+CN+MSKU1234565+22G1', 'EQD+CN+MSKU 123456 5+22G1']
    const result = await read(cuscar(...HEADER, ...boxes, ...bill(1, 'MSKU1234565')))
    assert.lengthOf(reportOf(result).equipment, 1)
    assert.deepEqual(result.codes, ['SYN-DUP-REF'])
  })

  test('thirteen bills in one box are groupage and no mistake', async ({ assert }) => {
    const bills = Array.from({ length: 9 }, (_, at) => bill(at + 1, 'MSKU1234565')).flat()
    const result = await read(cuscar(...HEADER, 'EQD+CN+MSKU1234565+22G1', ...bills))
    assert.isTrue(reportOf(result).consignments.every(({ consignment }) => consignment.equipment.length === 1))
    assert.deepEqual(result.codes, [])
  })
})
