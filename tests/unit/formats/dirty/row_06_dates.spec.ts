import { test } from '@japa/runner'
import { GOODS, header, report, told } from './dirty.js'

test.group('Row 6 | dates', () => {
  test('a time of three digits, two zeros before a date, a day first', async ({ assert }) => {
    for (const [filed, meant] of [
      ['20261121:915', '2026-11-21T09:15'],
      ['00261121:0915', '2026-11-21T09:15'],
      ['21112026:0915', '2026-11-21T09:15'],
    ] as const) {
      const { report: read, codes } = await told(report([], GOODS).replace('261121:0800', filed))
      assert.equal(read.preparedAt, meant)
      assert.deepEqual(codes, ['SYN-DATE'])
    }
  })

  test('a format code that contradicts the digits: the digits are trusted', async ({ assert }) => {
    const { report: read, codes } = await header('DTM+132:20261125:203')
    assert.equal(read.conveyance.eta, '2026-11-25')
    assert.deepEqual(codes, ['SYN-DATE'])
  })

  test('a date that could be two is none', async ({ assert }) => {
    const { report: read, codes } = await header('DTM+132:1/2/26:101')
    assert.isNull(read.conveyance.eta)
    assert.deepEqual(codes, ['SYN-DATE'])
  })

  test('right ones of every length, and a qualifier without a value', async ({ assert }) => {
    for (const [filed, meant] of [
      ['132:261125:101', '2026-11-25'],
      ['132:202611250600:203', '2026-11-25T06:00'],
      ['132:2611250600:201', '2026-11-25T06:00'],
      ['132', null],
    ] as const) {
      const { report: read, codes } = await header(`DTM+${filed}`)
      assert.equal(read.conveyance.eta, meant)
      assert.deepEqual(codes, [])
    }
  })
})
