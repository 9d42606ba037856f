import { test } from '@japa/runner'
import { arrayText } from '#platform/database/array_text'

test.group('A list as text', () => {
  test('is what PostgreSQL writes, whatever is in it', ({ assert }) => {
    assert.equal(arrayText([]), '{}')
    assert.equal(arrayText(['A', '', 'NULL']), '{"A","","NULL"}')
    assert.equal(arrayText(['a "b" \\ c', 'x,{y}']), '{"a \\"b\\" \\\\ c","x,{y}"}')
  })
})
