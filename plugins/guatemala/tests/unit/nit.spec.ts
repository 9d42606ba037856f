import { test } from '@japa/runner'
import { CONSIGNEE_NIT } from '../../facts/consignee_nit.js'
import { isNit, NIT_IDENTIFIER } from '../../identifiers/nit.js'
import guatemala from '../../plugin.js'
import { firstOf, read } from '#sdk/testing'
import { readFileSync } from 'node:fs'

const fixture = readFileSync(new URL('../../fixtures/messages/import_lcl.edi', import.meta.url))
const consignment = async () => firstOf(await read(fixture, { profiles: guatemala.formatProfiles ?? [] })).consignment
const derived = async (value: string | null) => {
  const filed = await consignment()
  const parties = filed.parties.map((party) =>
    party.role === 'consignee' ? { ...party, identifiers: value === null ? [] : [{ type: 'NIT', value }] } : party
  )
  return CONSIGNEE_NIT.derive({ consignment: { ...filed, parties }, nature: filed.nature, settings: {} })
}

test.group('Guatemala | NIT', () => {
  test('the check character is what the weighted sum lacks to a multiple of eleven', ({ assert }) => {
    for (const good of ['12345679', '1234567-9', ' 1234567-9 ', '576937-K', '576937k']) assert.isTrue(isNit(good), good)
    for (const bad of ['12345678', '1234568-9', '576937-1', 'K', '', '1234567', '12345679X'])
      assert.isFalse(isNit(bad), bad)
  })

  test('any single wrong digit is seen', ({ assert }) => {
    const missed = [...'1234567']
      .flatMap((digit, at) =>
        [...'0123456789']
          .filter((other) => other !== digit)
          .map((other) => `${'1234567'.slice(0, at)}${other}${'1234567'.slice(at + 1)}-9`)
      )
      .filter(isNit)
    assert.deepEqual(missed, [])
  })

  test('a final consumer is neither right nor wrong', ({ assert }) => {
    assert.isNull(NIT_IDENTIFIER.valid('CF'))
    assert.isNull(NIT_IDENTIFIER.valid('C/F'))
  })

  test('the fact cites the number of the consignee, and is missing without one', async ({ assert }) => {
    const parties = (await consignment()).parties
    const at = parties.findIndex(({ role }) => role === 'consignee')
    assert.deepEqual(await derived('12345678'), { known: true, value: false, from: [`parties.${at}.identifiers.0`] })
    assert.deepEqual(await derived('12345679'), { known: true, value: true, from: [`parties.${at}.identifiers.0`] })
    assert.deepEqual(await derived(null), { known: false, why: 'not_filed' })
    assert.deepEqual(await derived('CF'), { known: false, why: 'not_applicable' })
  })
})
