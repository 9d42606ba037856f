import { test } from '@japa/runner'
import { GENERIC_ASYCUDA } from '#core/formats/asycuda/generic_profile'
import { read, reportOf } from '#sdk/testing'
import { PLAIN } from '../../core/formats/asycuda/asycuda_texts.js'
import { general, newCodes } from './dirty_asycuda.js'

const departure = async (text: string) => {
  const result = await general('2026-11-18', text)
  return [result.report.conveyance.etd, ...newCodes(result)]
}

test.group('Row 6 | dates of manifests', () => {
  test('other shapes that allow one reading are read, and told', async ({ assert }) => {
    for (const text of ['11/18/2026', '18/11/2026', '18.11.26', '20261118', '2026/11/18'])
      assert.deepEqual(await departure(text), ['2026-11-18', 'SYN-DATE'], text)
  })

  test('a date that could be two is none', async ({ assert }) => {
    assert.deepEqual(await departure('6/9/26'), [null, 'SYN-DATE'])
  })

  test('it is one where the sender’s profile says which comes first', async ({ assert }) => {
    const text = PLAIN.replace('2026-11-18', '6/9/26')
    for (const [first, value] of [
      ['month', '2026-06-09'],
      ['day', '2026-09-06'],
    ] as const) {
      const profile = { ...GENERIC_ASYCUDA, code: 'x.own', reading: { shortDates: first } }
      const own = { ...profile, detect: { clues: [{ what: 'recipient', startsWith: 'JM', weight: 1 }], minimum: 0.5 } }
      const report = reportOf(await read(text, { profiles: [own as typeof GENERIC_ASYCUDA] }))
      assert.deepEqual([report.conveyance.etd, report.profile], [value, 'x.own@1'])
    }
  })

  test('what is no date is none', async ({ assert }) => {
    for (const text of ['2026-13-45', '99/99/99', 'SOON', '0000-00-00'])
      assert.deepEqual(await departure(text), [null, 'SYN-DATE'], text)
  })

  test('a time behind the date, and the same day either way round, are no mistake', async ({ assert }) => {
    assert.deepEqual(await departure('2026-11-18T08:15:00'), ['2026-11-18T08:15'])
    assert.deepEqual(await departure('2026-11-18 00:00:00.0'), ['2026-11-18'])
    assert.deepEqual(await departure('9/9/2026'), ['2026-09-09', 'SYN-DATE'])
  })
})
