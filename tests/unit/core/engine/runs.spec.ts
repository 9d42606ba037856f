import { test } from '@japa/runner'
import fc from 'fast-check'
import { compile } from '#core/engine/compile'
import { Engine } from '#core/engine/engine'
import { known, missing } from '#core/facts/fact'
import type { FactSnapshot } from '#core/facts/catalogue'
import { deriveFacts } from '#core/facts/derive'
import type { FactCondition, ProfileRevision } from '#core/profiles/document'
import { assessmentSettings } from '#tests/support/fixtures/narcotics_profile'
import { northernCelebrationSource } from '#tests/support/fixtures/northern_celebration'
import { naiveAssess } from '#tests/support/oracle/assess'

const { profiles: _, ...settings } = assessmentSettings
const base = deriveFacts(northernCelebrationSource({}))
const limit = fc.integer({ min: 0, max: 9 })

type Asked = Pick<FactCondition, 'fact' | 'operator' | 'value'>

/** Few facts and few limits, so that many profiles found by one key begin with the same question. */
const narrow = fc.oneof(
  fc
    .tuple(fc.constantFrom('is_over', 'is_under'), limit)
    .map(([operator, value]): Asked => ({ fact: 'consignment.packages', operator: operator as 'is_over', value })),
  fc
    .tuple(fc.constantFrom('is_over', 'is_under'), limit)
    .map(([operator, value]): Asked => ({ fact: 'history.pair.count', operator: operator as 'is_over', value })),
  fc.constantFrom('import', 'transit').map((value): Asked => ({ fact: 'consignment.nature', operator: 'is', value })),
  fc
    .constantFrom('import', 'transit')
    .map((value): Asked => ({ fact: 'consignment.nature', operator: 'is_not', value })),
  fc.boolean().map((value): Asked => ({ fact: 'consignee.address', operator: 'is_filed', value })),
  fc
    .constantFrom('AAA', 'BBB')
    .map((value): Asked => ({ fact: 'place.transhipment', operator: 'is_one_of', value: [value] }))
)

const found = fc
  .constantFrom('10', '11', '1012')
  .map((value): Asked => ({ fact: 'goods.hs', operator: 'starts_with', value }))
const placed = fc.constantFrom('XXA', 'XXB').map((value): Asked => ({ fact: 'place.loading', operator: 'is', value }))

const profile = fc.tuple(
  found,
  fc.option(placed),
  fc.array(narrow, { maxLength: 3 }),
  fc.nat(3),
  fc.integer({ min: -9, max: 40 })
)

const live = fc.array(profile, { minLength: 20, maxLength: 120 }).map((drawn) =>
  drawn.map(([key, place, more, weighs, points], at): ProfileRevision => ({
    id: `r${at}`,
    profile: `p${at}`,
    name: '',
    revision: 1,
    document: {
      threat: at % 3 === 0 ? 'NAR' : 'REV',
      all: [...more, key, ...(place === null ? [] : [place])].map((each, index) => ({
        id: `a${index}`,
        kind: 'fact',
        ...each,
        points: index === weighs ? points : 0,
      })),
      any: [],
      adds: [],
    },
  }))
)

const gone = missing('not_filed')
const maybe = <T>(of: fc.Arbitrary<T>) =>
  fc.oneof(
    { weight: 3, arbitrary: of.map((value) => known(value, ['x'])) },
    { weight: 1, arbitrary: fc.constantFrom(gone, missing('not_carried')) }
  )

/** With elements that cannot be read: such a fact is open, and says something. */
const facts = fc
  .record({
    'goods.hs': maybe(fc.array(fc.constantFrom('', '101234', '110000'), { maxLength: 2 })),
    'place.loading': maybe(fc.constantFrom('XXA', 'XXC')),
    'place.transhipment': maybe(fc.array(fc.constantFrom('', 'AAA', 'CCC'), { maxLength: 2 })),
    'consignment.packages': maybe(limit),
    'consignment.nature': maybe(fc.constantFrom('import', 'export')),
    'history.pair.count': maybe(limit),
    'consignee.address': maybe(fc.constant('HERE')),
  })
  .map((changes) => ({ ...base, ...changes }) as FactSnapshot)

test.group('Profiles that begin with the same question', () => {
  test('are left out together only where each would be', ({ assert }) => {
    let reasons = 0
    let unknowns = 0
    fc.assert(
      fc.property(live, fc.array(facts, { minLength: 1, maxLength: 4 }), (profiles, seen) => {
        const engine = new Engine(compile(profiles), profiles, settings.registry)
        for (const each of seen) {
          const result = engine.assess({ ...settings, facts: each })
          reasons += result.reasons.length
          unknowns += result.unknowns.length
          assert.deepEqual(result, naiveAssess({ ...settings, facts: each, profiles }))
        }
      }),
      { numRuns: 150 }
    )
    assert.isAbove(reasons, 100)
    assert.isAbove(unknowns, 100)
  })
})
