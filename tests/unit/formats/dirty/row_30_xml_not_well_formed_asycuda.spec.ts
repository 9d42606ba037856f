import { test } from '@japa/runner'
import { bytesOf } from '#sdk/testing'
import { PLAIN } from '../../core/formats/asycuda/asycuda_texts.js'
import { newCodes, told } from './dirty_asycuda.js'

const changed = (from: string, to: string) => told(PLAIN.replace(from, to))
const repairs = (result: Awaited<ReturnType<typeof told>>) =>
  result.of('SYN-XML-REPAIRED').map(({ params }) => params?.what)

test.group('Row 30 | XML that is not well formed', () => {
  test('a bare ampersand, a bare less-than sign: the text is read whole, at its place', async ({ assert }) => {
    for (const [filed, what] of [
      ['TILES & GROUT', 'ampersand'],
      ['TILES & <B> GROUT', 'less_than'],
      ['TILES < 5 KG', 'less_than'],
      ['TILES <5KG> EACH', 'less_than'],
    ] as const) {
      const text = PLAIN.replace('CERAMIC TILES HS CODE 6907.21', filed)
      const result = await told(text)
      assert.equal(result.first.consignment.items[0]?.description, filed)
      assert.include(repairs(result), what)
      const [at] = result.first.provenance['items.0.description'] ?? []
      const cut = bytesOf(text).subarray(at?.offset, (at?.offset ?? 0) + (at?.length ?? 0))
      assert.equal(new TextDecoder().decode(cut), filed)
      assert.equal(result.report.consignments[1]?.consignment.reference, 'BL0002')
    }
  })

  test('a Consolidated_Cargo that is never closed costs nothing behind it', async ({ assert }) => {
    const result = await told(PLAIN.replaceAll('</Consolidated_Cargo>', ''))
    assert.deepEqual(repairs(result), ['unclosed'])
    assert.equal(result.of('SYN-XML-REPAIRED')[0]?.params?.count, 2)
    assert.equal(result.of('SYN-XML-REPAIRED')[0]?.at?.offset, PLAIN.indexOf('<Consolidated_Cargo>'))
    assert.deepEqual(
      result.report.consignments.map(({ consignment }) => [consignment.reference, consignment.places.loading?.code]),
      [
        ['BL0001', 'COCTG'],
        ['BL0002', 'COCTG'],
      ]
    )
  })

  test('segments that are never closed, ends of nothing, ends in other letters', async ({ assert }) => {
    const open = await changed('</Goods_segment>', '')
    assert.deepEqual([repairs(open), open.first.consignment.freight?.amount], [['unclosed'], '950'])
    const bill = await changed('</Bol_segment>', '')
    assert.deepEqual([repairs(bill), bill.report.consignments.length], [['unclosed'], 2])
    const ends = await changed('</Goods_segment>', '</Goods_segment></Marks9>')
    assert.deepEqual(repairs(ends), ['unopened'])
    const letters = await changed('23</Bol_nature>', '23</Bol_Nature>')
    assert.deepEqual([repairs(letters), letters.first.consignment.nature], [['case'], 'import'])
  })

  test('a wrong namespace, a prefix nobody declared, names in other letters, a comment, CDATA', async ({ assert }) => {
    const namespaced = PLAIN.replace('<Awmds>', '<x:Awmds xmlns="urn:wrong">').replace('</Awmds>', '</x:Awmds>')
    const upper = PLAIN.replace(/(<\/?)(\w+)/g, (_, sign: string, name: string) => sign + name.toUpperCase())
    const commented = PLAIN.replace('CERAMIC', '<!-- <b> -->CERAMIC').replace(
      'EXAMPLE EXPORT SA',
      '<![CDATA[A & <B>]]>'
    )
    for (const text of [namespaced, upper]) {
      const result = await told(text)
      assert.deepEqual(newCodes(result), [])
      assert.equal(result.first.consignment.reference, 'BL0001')
    }
    const result = await told(commented)
    assert.deepEqual(newCodes(result), [])
    assert.equal(result.first.consignment.parties[0]?.name, 'A & <B>')
    assert.equal(result.first.consignment.items[0]?.description, 'CERAMIC TILES HS CODE 6907.21')
  })

  test('an element nobody knows is named with its place, and nothing else is lost', async ({ assert }) => {
    const result = await changed('<Gross_mass>1000.5', '<Shelf_life>9 MONTHS</Shelf_life><Gross_mass>1000.5')
    assert.deepEqual(newCodes(result), ['SYN-UNKNOWN-TAG'])
    const [found] = result.of('SYN-UNKNOWN-TAG')
    assert.deepEqual(
      [found?.params?.tag, found?.at?.path],
      ['Shelf_life', '/Awmds/Bol_segment/Goods_segment/Shelf_life']
    )
    assert.equal(result.first.consignment.items[0]?.grossWeightKg, 1000.5)
    const text = await changed('</Goods_segment>', '</Goods_segment>GARBAGE')
    assert.deepEqual(newCodes(text), ['SYN-SKIPPED'])
  })

  test('what is well formed is left alone', async ({ assert }) => {
    const escaped = await changed('CERAMIC TILES', 'A &amp; B &lt; C &#x41;&#66;')
    assert.equal(escaped.first.consignment.items[0]?.description, 'A & B < C AB HS CODE 6907.21')
    assert.deepEqual(newCodes(escaped), [])
    const empty = await changed(
      '<Voyage_number>114n</Voyage_number>',
      '<Voyage_number>114n</Voyage_number><Import_Rotation/>'
    )
    assert.deepEqual(newCodes(empty), [])
  })
})
