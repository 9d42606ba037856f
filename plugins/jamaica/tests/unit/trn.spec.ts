import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import type { Nature } from '#sdk'
import { firstOf, read } from '#sdk/testing'
import { CONSIGNEE_TRN } from '../../facts/consignee_trn.js'
import { isTrn, TRN_IDENTIFIER } from '../../identifiers/trn.js'
import jamaica from '../../plugin.js'

const fixture = readFileSync(new URL('../../fixtures/messages/awappend.xml', import.meta.url))
const derived = async (value: string | null, nature: Nature = 'import') => {
  const { consignment } = firstOf(await read(fixture, { profiles: jamaica.formatProfiles ?? [] }))
  const parties = consignment.parties.map((party) =>
    party.role === 'consignee' ? { ...party, identifiers: value === null ? [] : [{ type: 'TRN', value }] } : party
  )
  return CONSIGNEE_TRN.derive({ consignment: { ...consignment, parties }, nature, settings: {} })
}

test.group('Jamaica | TRN', () => {
  test('nine digits, in one or in threes', ({ assert }) => {
    for (const good of ['001234567', '001-234-567', ' 101 234 567 ']) assert.isTrue(isTrn(good), good)
    for (const bad of ['00123456', '0012345678', '00123456A', '000000000', '', '12-3456789'])
      assert.isFalse(isTrn(bad), bad)
  })

  test('a number of fifteen digits is another country’s', ({ assert }) => {
    assert.isNull(TRN_IDENTIFIER.valid('100123456700003'))
  })

  test('the fact cites the number of the consignee, and is missing where it says nothing', async ({ assert }) => {
    assert.deepEqual(await derived('003456789'), { known: true, value: true, from: ['parties.1.identifiers.0'] })
    assert.deepEqual(await derived('12345'), { known: true, value: false, from: ['parties.1.identifiers.0'] })
    assert.deepEqual(await derived(null), { known: false, why: 'not_filed' })
    assert.deepEqual(await derived('12345', 'export'), { known: false, why: 'not_applicable' })
  })

  test('the law’s deadlines are the defaults', ({ assert }) => {
    assert.deepEqual(
      jamaica.deadlines?.map(({ mode, from, hours, setting }) => [mode, from, hours, setting]),
      [
        ['sea', 'before_arrival', 24, 'seaHours'],
        ['air', 'after_departure', 0.25, 'airHours'],
      ]
    )
    const fields = jamaica.settings?.fields as Record<string, { default: number }>
    assert.deepEqual([fields['seaHours']?.default, fields['airHours']?.default], [24, 0.25])
  })
})
