import { test } from '@japa/runner'
import { compile } from '#core/engine/compile'
import { Engine } from '#core/engine/engine'
import { CAN_STILL_ARRIVE, type MissingReason } from '#core/facts/catalogue'
import { missing, known } from '#core/facts/fact'
import { deriveFacts } from '#core/facts/derive'
import type { FactCondition, ProfileRevision } from '#core/profiles/document'
import { assessmentSettings } from '#tests/support/fixtures/narcotics_profile'
import { northernCelebrationSource } from '#tests/support/fixtures/northern_celebration'
import { naiveAssess } from '#tests/support/oracle/assess'

const { profiles: _, ...settings } = assessmentSettings
const facts = deriveFacts(northernCelebrationSource({}))
const WHYS: readonly MissingReason[] = ['not_filed', 'not_carried', 'not_applicable', 'history_not_covered']

/** Members that an index answers, and one (`matches`) that only a question does. */
const MEMBERS: readonly FactCondition[] = [
  { id: 'g', kind: 'fact', fact: 'goods.hs', operator: 'starts_with', value: '9999', points: 0 },
  { id: 'c', kind: 'fact', fact: 'consignor.key', operator: 'is', value: 'XX NOBODY', points: 0 },
  { id: 'd', kind: 'fact', fact: 'goods.description', operator: 'matches', value: 'nothing', points: 0 },
]
const ORDERS = [0, 1, 2].flatMap((a) => [0, 1, 2].flatMap((b) => (a === b ? [] : [[a, b, 3 - a - b]])))

const live = ORDERS.map((order, at): ProfileRevision => ({
  id: `r${at}`,
  profile: `p${at}`,
  name: '',
  revision: 1,
  document: {
    threat: 'NAR',
    all: [{ id: 'l', kind: 'fact', fact: 'place.loading', operator: 'is', value: 'XXAAA', points: 10 + at }],
    any: order.map((member) => MEMBERS[member]!),
    adds: [],
  },
}))

test.group('A profile of which no member of any is known to hold', () => {
  test('waits for the first that can still arrive, or else for the first', ({ assert }) => {
    const waits = new Set<string>()
    const asked = WHYS.flatMap((goods) => WHYS.flatMap((party) => WHYS.map((words) => [goods, party, words] as const)))
    for (const [goods, party, words] of asked) {
      const seen = {
        ...facts,
        'place.loading': known('XXAAA', ['x']),
        'goods.hs': missing(goods),
        'consignor.key': missing(party),
        'goods.description': missing(words),
      }
      for (const each of live) {
        const result = new Engine(compile([each]), [each], settings.registry).assess({ ...settings, facts: seen })
        assert.deepEqual(result, naiveAssess({ ...settings, facts: seen, profiles: [each] }))
        for (const { missing: fact, why } of result.unknowns) waits.add(`${fact} ${CAN_STILL_ARRIVE.has(why)}`)
      }
    }
    assert.lengthOf([...waits], 6)
  })
})
