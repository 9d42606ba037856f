import { test } from '@japa/runner'
import { GOODS, goods, report, told } from './dirty.js'

test.group('Row 5 | line breaks inside text and wrapped lines', () => {
  test('a text broken between words gets a blank, a tag broken in two is whole again', async ({ assert }) => {
    const text = await goods('GID+1', 'FTX+AAA+++USED CLOTHING\nAND SHOES')
    assert.equal(text.item?.description, 'USED CLOTHING AND SHOES')
    assert.deepEqual(text.codes, ['SYN-WRAP'])
    assert.equal((await told(report([], GOODS).replace('CNI+1', 'CN\nI+1'))).consignment.reference, 'BL0001')
  })

  test('a file wrapped at 69 columns reads as if it were not', async ({ assert }) => {
    const straight = report([], ['GID+1', `FTX+AAA+++${'GLAZED CERAMIC TILES '.repeat(3).trim()}`]).replaceAll('\n', '')
    const wrapped = straight.replace(/(.{69})/g, '$1\r\n')
    assert.deepEqual((await told(wrapped)).consignment, (await told(straight)).consignment)
  })

  test('line ends behind terminators are nothing', async ({ assert }) => {
    assert.deepEqual((await told(report([], GOODS).replaceAll('\n', '\r\n'))).codes, [])
  })
})
