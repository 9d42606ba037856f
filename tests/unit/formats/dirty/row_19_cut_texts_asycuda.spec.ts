import { test } from '@japa/runner'
import { plain } from './dirty_asycuda.js'

const described = async (text: string) =>
  (await plain('CERAMIC TILES HS CODE 6907.21', text)).first.consignment.items[0]?.description

test.group('Row 19 | texts of manifests cut at the width of a form', () => {
  test('lines that are full run on in the next, also in the middle of a word', async ({ assert }) => {
    const [first, second] = ['GLAZED CERAMIC FLOOR TILES IN CARTO', 'NS ON WOODEN PALLETS, FREIGHT PREPA']
    assert.deepEqual([first.length, second.length], [35, 35])
    assert.equal(
      await described(`${first}\r\n${second}\r\nID`),
      'GLAZED CERAMIC FLOOR TILES IN CARTONS ON WOODEN PALLETS, FREIGHT PREPAID'
    )
  })

  test('a shorter line ended with its word; indentation is no text', async ({ assert }) => {
    assert.equal(await described('GLAZED CERAMIC\nFLOOR TILES'), 'GLAZED CERAMIC FLOOR TILES')
    assert.equal(
      await described('GLAZED CERAMIC FLOOR TILES IN CARTO\nNS\nON PALLETS'),
      'GLAZED CERAMIC FLOOR TILES IN CARTO NS ON PALLETS'
    )
    assert.equal(await described('\n   GLAZED CERAMIC TILES\n  '), 'GLAZED CERAMIC TILES')
  })
})
