import { test } from '@japa/runner'
import { placeholders } from '../../../app/sdk/checks/placeholders.js'

test.group('Placeholders of a text', () => {
  test('names, those of cases as well, each once', ({ assert }) => {
    assert.deepEqual(placeholders('no braces'), [])
    assert.deepEqual(placeholders('{b} and {a, number}, {b}'), ['a', 'b'])
    assert.deepEqual(placeholders('{count, plural, one {# box of {name}} other {# boxes}}'), ['count', 'name'])
    assert.deepEqual(placeholders('{kind, select, sea {a ship} other {{place}}}'), ['kind', 'place'])
  })

  test('braces that do not pair are none', ({ assert }) => {
    for (const text of ['{a', 'a}', '{}', '{a, plural, one {#}', '{ }']) assert.isNull(placeholders(text), text)
  })
})
