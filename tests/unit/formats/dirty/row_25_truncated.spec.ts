import { test } from '@japa/runner'
import { read } from '#sdk/testing'
import { GOODS, report, told } from './dirty.js'

test.group('Row 25 | heads and tails cut off', () => {
  test('without its tail everything before it is read, and what is missing is named', async ({ assert }) => {
    const text = report([], GOODS)
    const { codes, item, messages, file } = await told(text.slice(0, text.indexOf('MEA+')))
    assert.equal(item?.description, 'TILES')
    assert.deepEqual(codes, ['SYN-TRUNCATED', 'SYN-TRUNCATED'])
    const missing = [...file.problems, ...(messages[0]?.problems ?? [])].map(({ params }) => params?.['missing'])
    assert.sameMembers(missing, ['UNT', 'UNZ'])
  })

  test('without its head it is told by its tags, and the piece at its start is not lost in silence', async ({
    assert,
  }) => {
    const text = report([], GOODS)
    const { codes, messages } = await read(text.slice(text.indexOf('TDT+20') + 7))
    assert.equal(messages[0]?.report?.consignments[0]?.consignment.reference, 'BL0001')
    assert.includeMembers([...codes], ['SYN-SKIPPED', 'SYN-NO-ENVELOPE'])
  })

  test('a whole one is whole, whatever blanks follow', async ({ assert }) => {
    assert.deepEqual((await told(`${report([], GOODS)}\n\n  \r\n`)).codes, [])
  })
})
