import type { Consignment } from '#core/cargo/consignment'
import { deriveFacts } from '#core/facts/derive'
import { factReader } from '#core/facts/fact'
import { argumentsOf } from '#core/indicators/arguments'
import { BUILTIN_INDICATORS } from '#core/indicators/builtin/main'
import type { Verdict } from '#core/indicators/definition'
import { ExactIndex } from '#core/matching/exact_index'
import { FILED_AT, fixtureLists, northernCelebrationSource } from '#tests/support/fixtures/northern_celebration'

/** What the indicator for vague descriptions says of goods as read from a message. */
export const vaguenessOf = (consignment: Consignment): Verdict => {
  const definition = BUILTIN_INDICATORS.find(
    ({ reads }) => reads.includes('goods.description') && reads.includes('consignment.level')
  )
  if (!definition) throw new Error('no indicator')
  const facts = factReader(deriveFacts(northernCelebrationSource({ consignment })))
  const args = argumentsOf(definition, {})
  return definition.assess({ facts, args, lists: fixtureLists, watchLists: new ExactIndex([]).at(FILED_AT) })
}
