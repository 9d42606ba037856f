import { test } from '@japa/runner'
import { deriveFacts } from '#core/facts/derive'
import { factReader } from '#core/facts/fact'
import { argumentsOf } from '#core/indicators/arguments'
import { BUILTIN_INDICATORS } from '#core/indicators/builtin/main'
import { ExactIndex } from '#core/matching/exact_index'
import { FILED_AT, fixtureLists, northernCelebrationSource } from '#tests/support/fixtures/northern_celebration'
import { goods } from './dirty.js'

/** What the indicator for vague descriptions says of goods as read from a message. */
const verdictOn = async (description: string) => {
  const { consignment } = await goods('GID+1+10:CT', `FTX+AAA+++${description}`)
  const definition = BUILTIN_INDICATORS.find(
    ({ reads }) => reads.includes('goods.description') && reads.includes('consignment.level')
  )
  if (!definition) throw new Error('no indicator')
  const facts = factReader(deriveFacts(northernCelebrationSource({ consignment })))
  const args = argumentsOf(definition, {})
  return definition.assess({ facts, args, lists: fixtureLists, watchLists: new ExactIndex([]).at(FILED_AT) })
}

test.group('Row 20 | vague texts', () => {
  test('a term of the list alone is vague, counts and packing apart', async ({ assert }) => {
    assert.equal((await verdictOn('GENERAL MERCHANDISE')).is, 'hit')
    assert.equal((await verdictOn('620 CTNS STC GENERAL MERCHANDISE')).is, 'hit')
  })

  test('a description that says what the goods are is not', async ({ assert }) => {
    assert.equal((await verdictOn('GENERAL MERCHANDISE AND CERAMIC TILES')).is, 'clear')
  })
})
