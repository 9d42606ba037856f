import { test } from '@japa/runner'
import { compile } from '#core/engine/compile'
import { Engine } from '#core/engine/engine'
import { known, missing } from '#core/facts/fact'
import { deriveFacts } from '#core/facts/derive'
import type { ProfileRevision } from '#core/profiles/document'
import { assessmentSettings } from '#tests/support/fixtures/narcotics_profile'
import { northernCelebrationSource } from '#tests/support/fixtures/northern_celebration'
import { naiveAssess } from '#tests/support/oracle/assess'

const { profiles: _, ...settings } = assessmentSettings
const PORTS = Array.from({ length: 12 }, (_, at) => `XX${String.fromCharCode(65 + at)}AA`)
const MANY = 700

/** Found by any of twelve ports, which is more than a row is copied for; each waits for another heading, one in three for a consignor. */
const live = Array.from({ length: MANY }, (_, at): ProfileRevision => ({
  id: `r${at}`,
  profile: `p${at}`,
  name: '',
  revision: 1,
  document: {
    threat: at % 2 === 0 ? 'NAR' : 'REV',
    all: [
      { id: 'p', kind: 'fact', fact: 'place.loading', operator: 'is_one_of', value: PORTS, points: at % 5 },
      at % 3 === 1
        ? { id: 'c', kind: 'fact', fact: 'consignor.key', operator: 'is', value: `XX ${at}`, points: at % 29 }
        : {
            id: 'g',
            kind: 'fact',
            fact: 'goods.hs',
            operator: 'starts_with',
            value: String(1000 + at),
            points: at % 30,
          },
    ],
    any: [],
    adds: [],
  },
}))
const facts = deriveFacts(northernCelebrationSource({}))
const seen = [
  {
    ...facts,
    'place.loading': known('XXCAA', ['x']),
    'goods.hs': missing('not_filed'),
    'consignor.key': missing('not_carried'),
  },
  { ...facts, 'place.loading': known('XXLAA', ['x']), 'goods.hs': known(['101234', '169912'], ['x']) },
  { ...facts, 'place.loading': missing('not_filed'), 'goods.hs': missing('not_carried') },
  { ...facts, 'place.loading': known('ELSEWHERE', ['x']), 'goods.hs': missing('not_filed') },
]

test.group('Many open profiles', () => {
  test('are weighed as the naive evaluator does, more than a table begins with and more than are listed', ({
    assert,
  }) => {
    const engine = new Engine(compile(live), live, settings.registry)
    const results = [...seen, ...seen].map((each) => engine.assess({ ...settings, facts: each }))
    results.forEach((result, at) => {
      assert.deepEqual(result, naiveAssess({ ...settings, facts: seen[at % seen.length]!, profiles: live }))
    })
    const [open, hit, , none] = results
    assert.isAbove(
      open!.furtherUnknowns.reduce((sum, { count }) => sum + count, open!.unknowns.length),
      600
    )
    assert.lengthOf(open!.unknowns, 100)
    assert.sameMembers(
      open!.furtherUnknowns.map(({ missing }) => missing),
      ['goods.hs', 'consignor.key']
    )
    assert.isNotEmpty(hit!.reasons)
    assert.isEmpty(none!.unknowns)
  })
})
