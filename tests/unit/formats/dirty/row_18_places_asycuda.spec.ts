import { test } from '@japa/runner'
import { newCodes, plain } from './dirty_asycuda.js'

const loading = async (text: string) => {
  const result = await plain('<Place_of_loading_code>COCTG<', `<Place_of_loading_code>${text}<`)
  return { place: result.first.consignment.places.loading, codes: newCodes(result) }
}

test.group('Row 18 | places of manifests', () => {
  test('an airport’s three letters are no UN/LOCODE: kept, told, and never guessed', async ({ assert }) => {
    assert.deepEqual(await loading('KIN'), { place: { code: 'KIN', name: null, country: null }, codes: ['REF-LOCODE'] })
  })

  test('a code not in the list keeps the country it begins with', async ({ assert }) => {
    const { place, codes } = await loading('COZZZ')
    assert.deepEqual([place?.code, place?.country, codes], ['COZZZ', 'CO', ['REF-LOCODE']])
  })

  test('small letters and blanks around it are nothing; the older element is the same place', async ({ assert }) => {
    assert.equal((await loading(' coctg ')).place?.code, 'COCTG')
    const older = await plain(
      '<Place_of_loading_code>COCTG</Place_of_loading_code>',
      '<Port_of_origin_code>COCTG</Port_of_origin_code>'
    )
    assert.deepEqual([older.first.consignment.places.loading?.code, newCodes(older)], ['COCTG', []])
  })
})
