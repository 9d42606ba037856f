import { test } from '@japa/runner'
import { plain } from './dirty_asycuda.js'
import { vaguenessOf } from './vagueness.js'

const verdictOn = async (description: string) => {
  const { first } = await plain('CERAMIC TILES HS CODE 6907.21', description)
  return vaguenessOf(first.consignment).is
}

test.group('Row 20 | vague texts of manifests', () => {
  test('a term of the list alone is vague, counts and packing apart', async ({ assert }) => {
    assert.equal(await verdictOn('GENERAL MERCHANDISE'), 'hit')
    assert.equal(await verdictOn('40 CTNS STC General  merchandise'), 'hit')
  })

  test('a description that says what the goods are is not', async ({ assert }) => {
    assert.equal(await verdictOn('GENERAL MERCHANDISE AND CERAMIC TILES'), 'clear')
  })
})
