import { test } from '@japa/runner'
import fc from 'fast-check'
import { canonicalJson } from '#core/assessment/canonical'

test.group('Canonical JSON', () => {
  test('the order of members changes nothing, that of lists does', ({ assert }) => {
    assert.equal(canonicalJson({ b: 1, a: [2, { d: null, c: 'x' }] }), '{"a":[2,{"c":"x","d":null}],"b":1}')
    assert.notEqual(canonicalJson([1, 2]), canonicalJson([2, 1]))
    assert.equal(canonicalJson({ a: undefined }), '{}')
  })

  test('what JSON cannot hold is refused', ({ assert }) => {
    assert.throws(() => canonicalJson(Number.NaN), /E_CANONICAL_NUMBER/)
    assert.throws(() => canonicalJson(() => 1), /E_CANONICAL_TYPE/)
  })

  test('it reads back as the same value', ({ assert }) => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value))
        assert.deepEqual(JSON.parse(canonicalJson(plain)), plain)
        assert.equal(canonicalJson(JSON.parse(canonicalJson(plain))), canonicalJson(plain))
      })
    )
  })
})
