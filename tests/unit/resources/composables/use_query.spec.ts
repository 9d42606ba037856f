import { test } from '@japa/runner'
import { addressWith } from '../../../../resources/composables/use_query.js'

test.group('addressWith', () => {
  test('empty values leave the address', ({ assert }) => {
    assert.equal(
      addressWith('/a/GT/triage', { view: null, sort: '', threat: 'NAR', page: 2 }),
      '/a/GT/triage?threat=NAR&page=2'
    )
    assert.equal(addressWith('/a/GT/triage', { view: undefined }), '/a/GT/triage')
  })
})
