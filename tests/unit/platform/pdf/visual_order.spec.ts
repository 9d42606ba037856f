import { test } from '@japa/runner'
import { faceRuns } from '#platform/pdf/fonts'
import { visualOrder } from '#platform/pdf/visual_order'

const seen = (text: string, base: 'ltr' | 'rtl' = 'rtl') =>
  visualOrder([{ text, style: 0 }], base).map((piece) => piece.text)

test.group('Lines from right to left', () => {
  test('words stand in the order in which they are read, each whole', ({ assert }) => {
    assert.deepEqual(seen('ملف القضية'), ['القضية', ' ', 'ملف'])
  })

  test('numbers, dates, hashes and words of Latin letters are not torn', ({ assert }) => {
    for (const whole of ['12', '2026-11-22 10:03:05', '2026-11-22T15:03:05Z', '4d36c762', '45R1', 'SHA-256'])
      assert.include(seen(`القيد: ${whole} هنا`), whole)
  })

  test('brackets open on the side from which they are read', ({ assert }) => {
    assert.deepEqual(seen('وحدة (هنا)'), ['(', 'هنا', ')', ' ', 'وحدة'])
  })

  test('in a Latin line an Arabic name is turned and the rest stays', ({ assert }) => {
    assert.deepEqual(seen('Ship بحر هادئ, box', 'ltr').join(''), 'Ship هادئ بحر, box')
  })

  test('pieces keep their style, and spaces at the ends are not drawn', ({ assert }) => {
    const pieces = visualOrder(
      [
        { text: 'ملف ', style: 0 },
        { text: 'PDF ', style: 1 },
      ],
      'rtl'
    )
    assert.deepEqual(pieces, [
      { text: 'PDF', style: 1 },
      { text: ' ', style: 0 },
      { text: 'ملف', style: 0 },
    ])
  })
})

test.group('Faces of a text', () => {
  test('each script has its own, and what none draws is told by its number', ({ assert }) => {
    assert.deepEqual(faceRuns('Port ميناء'), [
      { text: 'Port ', face: 'latin' },
      { text: 'ميناء', face: 'arabic' },
    ])
    assert.deepEqual(faceRuns('中'), [{ text: '[U+4E2D]', face: 'latin' }])
  })

  test('signs that would turn a line are left out', ({ assert }) => {
    assert.deepEqual(faceRuns('a\u202eb\u2066c'), [{ text: 'abc', face: 'latin' }])
  })
})
