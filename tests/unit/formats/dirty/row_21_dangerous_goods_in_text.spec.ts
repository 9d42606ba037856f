import { test } from '@japa/runner'
import { goods } from './dirty.js'

const described = async (text: string, ...segments: readonly string[]) => {
  const { item, codes } = await goods('GID+1', `FTX+AAA+++${text}`, ...segments)
  return { dangerous: [...(item?.dangerousGoods ?? [])], codes }
}

test.group('Row 21 | dangerous goods only in the text', () => {
  test('are taken from there, and told', async ({ assert }) => {
    for (const [text, unNumber, hazard] of [
      ['ENVIRONMENTALLY HAZARDOUS SUBSTANCE CL 9, UN 3077', '3077', '9'],
      ['PAINT UN1263 CLASS 3', '1263', '3'],
      ['PHONES WITH LITHIUM ION BATTERIES PI966', null, '9'],
    ] as const)
      assert.deepEqual(await described(text), { dangerous: [{ unNumber, class: hazard }], codes: ['SEM-DG-TEXT'] })
  })

  test('declared ones need no text', async ({ assert }) => {
    const found = await described('PAINT UN1263 CLASS 3', 'DGS+IMD+3+1263')
    assert.deepEqual(found, { dangerous: [{ unNumber: '1263', class: '3' }], codes: [] })
  })

  test('so do those the sender puts into words of their own', async ({ assert }) => {
    const found = await described('PAINT', 'FTX+AAD+++UN 1263 PAINT, CLASS 3, PG II')
    assert.deepEqual(found, { dangerous: [{ unNumber: '1263', class: '3' }], codes: [] })
  })

  test('goods called not restricted, units called UN, and first class furniture', async ({ assert }) => {
    for (const text of [
      'DRY BATTERY NOT RESTRICTED A123',
      'LITHIUM ION BATTERY MODELS NON-HAZARDOUS',
      '5 UN 1200 KGS OF TILES',
      'FIRST CLASS FURNITURE',
      'UN SECRETARIAT STATIONERY',
    ])
      assert.deepEqual(await described(text), { dangerous: [], codes: [] })
  })
})
