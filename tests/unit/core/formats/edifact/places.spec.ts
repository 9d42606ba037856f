import { test } from '@japa/runner'
import { bytesOf, read } from '#sdk/testing'
import { cuscar, HEADER } from '../cuscar_texts.js'

const BILL = [
  'CNI+1+BL0001',
  'RFF+BM:BL0001',
  'NAD+CZ+++EXAMPLE ?+ SONS+1 QUAY ST:UNIT 2+KINGSTON+++JM',
  'GID+1+10:PK',
  'FTX+AAA+++TILES',
  'FTX+AAA+++OF CLAY',
  'FTX+AAA+++IN BOXES',
]

const consignmentOf = async (text: string | Uint8Array) => {
  const { messages } = await read(typeof text === 'string' ? bytesOf(text) : text)
  return messages[0]?.report?.consignments[0]
}

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'))

test.group('EDIFACT | places', () => {
  test('cut out of the bytes, a place gives what was filed', async ({ assert }) => {
    const text = cuscar(...HEADER, ...BILL)
    const consignment = await consignmentOf(text)
    const cited = (path: string) =>
      consignment?.provenance[path]?.map(({ offset, length }) => text.slice(offset, offset + length))
    assert.deepEqual(cited('reference'), ['BL0001'])
    assert.deepEqual(cited('parties.0.name'), ['EXAMPLE ?+ SONS'])
    assert.deepEqual(cited('parties.0.address'), ['1 QUAY ST:UNIT 2', 'KINGSTON'])
    assert.deepEqual(cited('items.0.description'), ['TILES', 'IN BOXES'])
  })

  test('two bytes a sign: offsets and lengths count bytes', async ({ assert }) => {
    const text = cuscar(...HEADER, ...BILL)
    const [one, two] = [await consignmentOf(text), await consignmentOf(utf16(text))]
    const places = Object.entries(one?.provenance ?? {})
    assert.isAbove(places.length, 5)
    for (const [path, refs] of places) {
      const doubled = refs.map((ref) => ({ ...ref, offset: ref.offset * 2, length: ref.length * 2 }))
      assert.deepEqual(two?.provenance[path], doubled, path)
    }
  })

  test('a report written down or copied has its places', async ({ assert }) => {
    const consignment = await consignmentOf(cuscar(...HEADER, ...BILL))
    assert.strictEqual(consignment?.provenance, consignment?.provenance)
    assert.deepEqual(JSON.parse(JSON.stringify(consignment)).provenance, consignment?.provenance)
    assert.deepEqual({ ...consignment }.provenance, consignment?.provenance)
  })
})
