import { test } from '@japa/runner'
import { goods } from './dirty.js'

const coded = async (...segments: readonly string[]) => {
  const { item, codes } = await goods('GID+1', ...segments)
  return { hs: [...(item?.hsCodes ?? [])], codes }
}

test.group('Row 22 | commodity codes', () => {
  test('digits of 4, 6, 8 and 10 with and without dots', async ({ assert }) => {
    for (const [filed, digits] of [
      ['6907', '6907'],
      ['6907.21', '690721'],
      ['6907.21.00', '69072100'],
      ['6907 21 00 90', '6907210090'],
    ] as const)
      assert.deepEqual(await coded(`CST+1+${filed}`), { hs: [digits], codes: [] })
  })

  test('what stands in for one is told and left out', async ({ assert }) => {
    for (const filed of ['9999.00', '0000', '12', 'N/A'])
      assert.deepEqual(await coded(`CST+1+${filed}`), { hs: [], codes: ['REF-HS'] })
  })

  test('one in the text is found, other numbers there are not', async ({ assert }) => {
    assert.deepEqual(await coded('FTX+AAA+++TILES HS CODE 6907.21'), { hs: ['690721'], codes: [] })
    assert.deepEqual(await coded('FTX+AAA+++TILES 690721 PCS'), { hs: [], codes: [] })
  })
})
