import { test } from '@japa/runner'
import { GOODS, report, told } from './dirty.js'

test.group('Row 1 | wrong control counts', () => {
  test('UNT and UNZ that count something else are warnings, and everything is read', async ({ assert }) => {
    const text = report([], GOODS).replace(/UNT\+(\d+)/, (_, count) => `UNT+${Number(count) + 2}`)
    const { codes, consignment } = await told(text.replace('UNZ+1+', 'UNZ+4+'))
    assert.deepEqual(codes, ['SYN-COUNT', 'SYN-COUNT'])
    assert.equal(consignment.totals.grossWeightKg, 1000)
  })

  test('right ones with leading zeros, or none at all, are right', async ({ assert }) => {
    const text = report([], GOODS)
    assert.deepEqual((await told(text.replace(/UNT\+/, 'UNT+0000'))).codes, [])
    assert.deepEqual((await told(text.replace(/UNT\+\d+/, 'UNT+'))).codes, [])
  })
})
