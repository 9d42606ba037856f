import { test } from '@japa/runner'
import type { AnyFactKey, FactSnapshot, MissingReason } from '#core/facts/catalogue'
import { deriveFacts, type FactSource } from '#core/facts/derive'
import { factReader } from '#core/facts/fact'
import { argumentsOf } from '#core/indicators/arguments'
import { BUILTIN_INDICATORS } from '#core/indicators/builtin/main'
import type { IndicatorDefinition, Verdict } from '#core/indicators/definition'
import type { ReferenceLists } from '#core/indicators/reference_lists'
import { ExactIndex } from '#core/matching/exact_index'
import { INDICATOR_CASES, LISTED } from '#tests/support/fixtures/indicator_cases'
import { FILED_AT, fixtureLists, northernCelebrationSource } from '#tests/support/fixtures/northern_celebration'

const entries = LISTED.map(([kind, value], index) => ({
  id: `entry-${index}`,
  list: 'demo',
  edition: 1,
  kind,
  value,
  reason: 'invented',
  validFrom: null,
  validUntil: null,
}))
const watchLists = new ExactIndex(entries).at(FILED_AT)
const NO_LISTS: ReferenceLists = { get: () => null }

const facts = (change: Partial<FactSource>): FactSnapshot => deriveFacts(northernCelebrationSource(change))
const lacking = (snapshot: FactSnapshot, key: AnyFactKey, why: MissingReason = 'not_filed'): FactSnapshot => ({
  ...snapshot,
  [key]: { known: false, why },
})

const ask = (definition: IndicatorDefinition, snapshot: FactSnapshot, lists = fixtureLists): Verdict =>
  definition.assess({ facts: factReader(snapshot), args: argumentsOf(definition, {}), lists, watchLists })

test.group('Built-in indicators', () => {
  test('every one has a case, and every case an indicator', ({ assert }) => {
    assert.sameMembers(Object.keys(INDICATOR_CASES), [
      ...new Set(BUILTIN_INDICATORS.map((definition) => definition.code)),
    ])
  })

  for (const definition of BUILTIN_INDICATORS) {
    const { code } = definition
    const cases = INDICATOR_CASES[code] ?? { hit: {}, clear: {} }

    test(`${code} hits with evidence`, ({ assert }) => {
      const verdict = ask(definition, facts(cases.hit))
      assert.equal(verdict.is, 'hit')
      assert.isNotEmpty(verdict.is === 'hit' ? verdict.evidence : [])
    })

    test(`${code} is clear and says how near it came`, ({ assert }) => {
      const verdict = ask(definition, facts(cases.clear))
      assert.equal(verdict.is, 'clear')
      const nearest = verdict.is === 'clear' ? verdict.nearest : undefined
      assert.exists(nearest)
      assert.isTrue((nearest?.distance ?? -1) >= 0 && (nearest?.distance ?? 2) <= 1)
    })

    test(`${code} is never clear for want of an input that made it hit`, ({ assert }) => {
      const snapshot = facts(cases.hit)
      for (const key of definition.reads) assert.notEqual(ask(definition, lacking(snapshot, key)).is, 'clear', key)
      const blind = definition.reads.reduce((seen, key) => lacking(seen, key), snapshot)
      const verdict = ask(definition, blind)
      assert.equal(verdict.is, 'unknown')
      if (verdict.is === 'unknown') assert.include(definition.reads, verdict.missing)
    })

    test(`${code} is unknown without the list it looks into`, ({ assert }) => {
      const verdict = ask(definition, facts(cases.hit), NO_LISTS)
      const [list] = definition.lists ?? []
      if (list === undefined) assert.equal(verdict.is, 'hit')
      else assert.deepEqual(verdict, { is: 'unknown', missing: `list:${list}`, why: 'no_reference' })
    })
  }

  test('watch-list indicators are unknown where no list has entries of the kind', ({ assert }) => {
    const empty = new ExactIndex([]).at(FILED_AT)
    const kinds = BUILTIN_INDICATORS.filter(({ code }) =>
      ['P01', 'P02', 'P03', 'P04', 'R20', 'E24'].includes(code)
    ).map((definition) =>
      definition.assess({ facts: factReader(facts({})), args: {}, lists: fixtureLists, watchLists: empty })
    )
    assert.lengthOf(kinds, 6)
    for (const verdict of kinds) assert.equal(verdict.is === 'unknown' && verdict.why, 'no_reference')
  })
})
