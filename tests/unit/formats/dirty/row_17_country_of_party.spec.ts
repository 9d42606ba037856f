import { test } from '@japa/runner'
import { parties } from './dirty.js'

const coded = async (country: string, address: string) => {
  const { codes, consignment } = await parties(`NAD+CN+++EXAMPLE SA+${address}+++00001+${country}`)
  return { codes, country: consignment.parties[0]?.country }
}

test.group('Row 17 | country of a party', () => {
  test('a code that contradicts the address is kept, and told', async ({ assert }) => {
    assert.deepEqual(await coded('CO', '12 MARKET RD LIMA PERU'), { codes: ['SEM-ADDR-COUNTRY'], country: 'CO' })
  })

  test('an unknown code is left out', async ({ assert }) => {
    assert.deepEqual(await coded('QQ', '12 MARKET RD'), { codes: ['REF-COUNTRY'], country: null })
  })

  test('the same country, none named, one named in passing, and states called alike', async ({ assert }) => {
    for (const [country, address] of [
      ['PE', '12 MARKET RD LIMA PERU'],
      ['CO', '12 MARKET RD'],
      ['CO', 'PERU STREET 4 BOGOTA'],
      ['CO', 'VILLA NEW PERU'],
    ] as const)
      assert.deepEqual(await coded(country, address), { codes: [], country })
  })
})
