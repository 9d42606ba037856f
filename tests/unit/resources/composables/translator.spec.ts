import { test } from '@japa/runner'
import { Translator } from '../../../../resources/composables/translator.js'

const reported: string[] = []
const translator = (code: string, messages: Record<string, string>) => {
  reported.length = 0
  return new Translator(code, messages, (key) => reported.push(key))
}
const bare = (text: string) => text.replace(/[\u2066-\u2069]/gu, '')

test.group('Translator', () => {
  test('chooses the plural of the language, with Latin digits', ({ assert }) => {
    const arabic = translator('ar', {
      'a.b': '{count, plural, zero {z} one {o} two {t} few {# f} many {# m} other {# x}}',
    })
    assert.deepEqual(
      [0, 1, 2, 3, 11, 100].map((count) => arabic.text('a.b', { count })),
      ['z', 'o', 't', '3 f', '11 m', '100 x']
    )
  })

  test('a missing key is marked and reported, never blank', ({ assert }) => {
    assert.equal(translator('en', {}).text('arrivals.title'), '⟦arrivals.title⟧')
    assert.deepEqual(reported, ['arrivals.title'])
  })

  test('a value that was not handed in costs its place in the sentence, not the page', ({ assert }) => {
    assert.equal(translator('en', { 'a.b': 'Line {line} of {file}' }).text('a.b', { line: 3 }), 'Line 3 of {file}')
    assert.deepEqual(reported, ['a.b {file}'])
  })

  test('keys of closed values are read in the language of the sentence', ({ assert }) => {
    const spanish = translator('es', {
      'a.is': '{fact} es {wanted}',
      'a.f': 'naturaleza',
      'a.t': 'tránsito',
      'a.i': 'importación',
    })
    assert.equal(
      bare(spanish.text('a.is', { factKey: 'a.f', wantedKeys: 'a.t a.i' })),
      'naturaleza es tránsito, importación'
    )
  })

  test('text from outside is isolated and cannot turn the sentence', ({ assert }) => {
    const text = translator('en', { 'a.b': 'Name {name}.' }).text('a.b', { name: 'abc\u202Egnp.exe' })
    assert.equal(text, 'Name \u2068abc[U+202E]gnp.exe\u2069.')
  })

  test('an isolate that is not closed is marked, a translated sentence inside another stays', ({ assert }) => {
    const english = translator('en', { 'a.in': '{n} h', 'a.out': '{hours} short' })
    assert.equal(bare(english.text('a.out', { hours: english.text('a.in', { n: '3.4' }) })), '3.4 h short')
    assert.include(english.text('a.out', { hours: 'x\u2069y' }), '[U+2069]')
  })

  test('a select argument keeps its bare value', ({ assert }) => {
    assert.equal(
      translator('en', { 'a.b': '{sign, select, minus {less} other {more}}' }).text('a.b', { sign: 'minus' }),
      'less'
    )
  })
})
