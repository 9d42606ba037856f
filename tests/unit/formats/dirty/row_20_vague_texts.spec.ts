import { test } from '@japa/runner'
import { goods } from './dirty.js'
import { vaguenessOf } from './vagueness.js'

const verdictOn = async (description: string) =>
  vaguenessOf((await goods('GID+1+10:CT', `FTX+AAA+++${description}`)).consignment)

test.group('Row 20 | vague texts', () => {
  test('a term of the list alone is vague, counts and packing apart', async ({ assert }) => {
    assert.equal((await verdictOn('GENERAL MERCHANDISE')).is, 'hit')
    assert.equal((await verdictOn('620 CTNS STC GENERAL MERCHANDISE')).is, 'hit')
  })

  test('a description that says what the goods are is not', async ({ assert }) => {
    assert.equal((await verdictOn('GENERAL MERCHANDISE AND CERAMIC TILES')).is, 'clear')
  })
})
