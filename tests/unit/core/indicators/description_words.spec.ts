import { test } from '@japa/runner'
import { meaningfulWords, withoutPacking } from '#core/indicators/description_words'

test.group('Words of a description', () => {
  test('counts and packing around the goods fall away, words inside stay', ({ assert }) => {
    assert.equal(withoutPacking('1X40HC CONTAINER S.T.C. 620 CARTONS OF TILES'), 'TILES')
    assert.equal(withoutPacking('620 CTNS STC General merchandise'), 'GENERAL MERCHANDISE')
    assert.equal(withoutPacking('BOXES FOR TOOLS, 3 PALLETS'), 'FOR TOOLS')
    assert.equal(withoutPacking('20 PALLETS'), '')
  })

  test('codes, numbers and packing are no meaningful words', ({ assert }) => {
    assert.deepEqual(meaningfulWords('620 CARTONS OF CERAMIC FLOOR TILES 60X60 REF AB-12'), [
      'CERAMIC',
      'FLOOR',
      'TILES',
      'REF',
    ])
    assert.deepEqual(meaningfulWords('X1004 / 1005'), [])
  })
})
