import { test } from '@japa/runner'
import { GOODS, report, told } from './dirty.js'

const loadedAt = async (loc: string) => {
  const { codes, consignment } = await told(report([], GOODS).replace('LOC+9+CNSHA', `LOC+9+${loc}`))
  return { codes, place: consignment.places.loading }
}

test.group('Row 18 | places', () => {
  test('an airport’s three letters are no UN/LOCODE: kept, told, and never guessed', async ({ assert }) => {
    const found = await loadedAt('BOG')
    assert.deepEqual(found.place, { code: 'BOG', name: null, country: null })
    assert.deepEqual(found.codes, ['REF-LOCODE'])
  })

  test('a code not in the list keeps the country it begins with', async ({ assert }) => {
    const found = await loadedAt('CNZZZ')
    assert.deepEqual(found.place, { code: 'CNZZZ', name: null, country: 'CN' })
    assert.deepEqual(found.codes, ['REF-LOCODE'])
  })

  test('padded and spaced codes are the code; a national list is nobody else’s business', async ({ assert }) => {
    assert.equal((await loadedAt('CN SHA ')).place?.code, 'CNSHA')
    assert.deepEqual((await loadedAt('CN SHA ')).codes, [])
    assert.deepEqual((await loadedAt('9034P::95')).codes, [])
  })
})
