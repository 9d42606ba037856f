import { test } from '@japa/runner'
import { known, missing } from '#core/facts/fact'
import { goodsMatches, goodsSeen } from '#core/indicators/goods_rows'
import { compilePhrases, phrasesIn } from '#core/indicators/phrases'
import type { ReferenceRow } from '#core/indicators/reference_lists'
import { normaliseText } from '#core/matching/normalise_text'

const listOf = (...rows: ReferenceRow[]) => ({ code: 'cover_loads', edition: 1, rows })
const list = listOf(
  { goods: 'Both', words: 'CERAMIC TILES|BALDOSAS', hs: '6907' },
  { goods: 'Code', words: null, hs: '2402|2403' },
  { goods: 'Words', words: 'PEPINO DE MAR', hs: null }
)
const found = (text: string | null, hs: readonly string[] | null) =>
  goodsMatches(
    list,
    goodsSeen(
      text === null ? missing('not_filed') : known(text, []),
      hs === null ? missing('not_carried') : known(hs, [])
    )
  ).map(({ row, is }) => [row['goods'], is])

test.group('Goods tables', () => {
  test('words are whole and in sequence, in any case and with any mark', ({ assert }) => {
    assert.deepEqual(found('620 ctns Cerámic-TILES', []), [['Both', true]])
    assert.deepEqual(found('CERAMIC FLOOR TILES', []), [])
    assert.deepEqual(found('CERAMIC TILESTONE', []), [])
    assert.deepEqual(found('TILES PEPINO DE MAR SECO', []), [['Words', true]])
  })

  test('an HS code is told by its beginning', ({ assert }) => {
    assert.deepEqual(found('GOODS', ['24022000']), [['Code', true]])
    assert.deepEqual(found('GOODS', ['2404', '690721']), [['Both', true]])
  })

  test('what cannot be told is not left out: codes alone need a code, words need a description', ({ assert }) => {
    assert.deepEqual(found('GOODS', null), [['Code', null]])
    assert.deepEqual(found(null, ['240220']), [
      ['Both', null],
      ['Code', true],
      ['Words', null],
    ])
    assert.deepEqual(found(null, null), [
      ['Both', null],
      ['Code', null],
      ['Words', null],
    ])
  })

  test('the answer is that of looking at every row, on random texts', ({ assert }) => {
    let state = 7
    const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below
    const vocabulary = ['OIL', 'PALM', 'CRUDE', 'OF', 'STEEL', 'PIPE', 'PIPES', 'USED', 'TYRES']
    const phrase = () => Array.from({ length: 1 + random(3) }, () => vocabulary[random(9)]).join(' ')
    const groups = Array.from({ length: 60 }, () => Array.from({ length: 1 + random(3) }, phrase))
    const phrases = compilePhrases(groups)
    for (let round = 0; round < 300; round++) {
      const text = normaliseText(Array.from({ length: random(12) }, () => vocabulary[random(9)]).join(' '))
      const naive = groups.flatMap((each, at) => (each.some((words) => ` ${text} `.includes(` ${words} `)) ? [at] : []))
      assert.sameMembers([...phrasesIn(phrases, text.split(' '))], naive, text)
    }
  })
})
