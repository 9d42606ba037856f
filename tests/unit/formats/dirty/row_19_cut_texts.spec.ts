import { test } from '@japa/runner'
import { goods, parties } from './dirty.js'

test.group('Row 19 | texts cut at the width of a field', () => {
  test('a full piece runs on in the next', async ({ assert }) => {
    const cut = 'GLAZED CERAMIC FLOOR TILES IN CARTONS ON WOODEN PALLETS, FREIGHT PREPA'
    assert.lengthOf(cut, 70)
    const { item } = await goods('GID+1', `FTX+AAA+++${cut}`, 'FTX+AAA+++ID')
    assert.equal(item?.description, `${cut}ID`)
    const { consignment } = await parties('NAD+CN++EXAMPLE INTERNATIONAL TRADING COMPA:NY LIMITED:1 QUAY ST')
    assert.equal(consignment.parties[0]?.name, 'EXAMPLE INTERNATIONAL TRADING COMPANY LIMITED')
    assert.equal(consignment.parties[0]?.address, '1 QUAY ST')
  })

  test('a shorter piece ended with its word', async ({ assert }) => {
    const { item } = await goods('GID+1', 'FTX+AAA+++GLAZED CERAMIC:FLOOR TILES')
    assert.equal(item?.description, 'GLAZED CERAMIC FLOOR TILES')
  })
})
