import { test } from '@japa/runner'
import { piecesOf } from '../../../../../resources/components/evidence/quote_pieces.js'

const marked = (text: string, ...marks: [number, number][]) =>
  piecesOf({ number: 1, text, marks: marks.map(([from, to]) => ({ from, to })) })
    .map(({ text: piece, marked: on }) => (on ? `[${piece}]` : piece))
    .join('|')

test.group('Raw line cut at its marks', () => {
  test('keeps every character in its place', ({ assert }) => {
    assert.equal(marked("MEA+AAE+G+KGM:14880'", [10, 19]), "MEA+AAE+G+|[KGM:14880]|'")
    assert.equal(marked('abc'), 'abc')
  })

  test('marks out of range, out of order or overlapping lose nothing', ({ assert }) => {
    assert.equal(marked('abcdef', [4, 99], [0, 2], [1, 3]), '[ab]|[c]|d|[ef]')
    assert.equal(marked('abc', [3, 3], [7, 9]), 'abc')
  })
})
