import { test } from '@japa/runner'
import type { Fact, FactKey, FactSnapshot } from '#core/facts/catalogue'
import { deriveFacts } from '#core/facts/derive'
import { factReader, known, missing } from '#core/facts/fact'
import type { ConditionValue, Operator } from '#core/profiles/document'
import { judgeFact } from '#core/profiles/judge_fact'
import { OPERATORS } from '#core/profiles/operators/main'
import { northernCelebrationSource } from '#tests/support/fixtures/northern_celebration'

const base = deriveFacts(northernCelebrationSource())
const ask = (fact: FactKey, operator: Operator, value: ConditionValue, given?: Fact<unknown>) => {
  const snapshot = given === undefined ? base : ({ ...base, [fact]: given } as FactSnapshot)
  return judgeFact({ id: 'c', kind: 'fact', points: 1, fact, operator, value }, factReader(snapshot)).is
}

const CASES: readonly (readonly [FactKey, Operator, ConditionValue, ConditionValue])[] = [
  ['consignment.nature', 'is', 'import', 'transit'],
  ['consignment.nature', 'is_not', 'transit', 'import'],
  ['place.loading', 'is_one_of', ['COBUN', 'COCTG'], ['COBUN']],
  ['place.loading', 'is_none_of', ['COBUN'], ['COBUN', 'coctg']],
  ['consignment.packages', 'is_under', 621, 620],
  ['consignment.packages', 'is_over', 619, 620],
  ['goods.description', 'contains_word', 'floor tiles', 'loor'],
  ['place.loading', 'starts_with', 'CO', 'VE'],
  ['goods.description', 'matches', 'floor.*tiles', '^tiles'],
  ['place.delivery', 'is_filed', false, true],
  ['place.loading', 'is_filed', true, false],
]

test.group('Fact conditions', () => {
  test('every operator hits and is clear', ({ assert }) => {
    for (const [fact, operator, yes, no] of CASES) {
      assert.equal(ask(fact, operator, yes), 'hit', `${operator} ${String(yes)}`)
      assert.equal(ask(fact, operator, no), 'clear', `${operator} ${String(no)}`)
    }
    assert.sameMembers([...new Set(CASES.map(([, operator]) => operator))], Object.keys(OPERATORS))
  })

  test('a missing fact is unknown to every operator that reads it', ({ assert }) => {
    for (const [fact, operator, yes] of CASES.filter(([, each]) => each !== 'is_filed')) {
      assert.equal(ask(fact, operator, yes, missing('not_filed')), 'unknown', operator)
    }
  })

  test('of a list any value is enough to be, and all are needed not to be', ({ assert }) => {
    const ports = known(['PAMIT', 'VEPBL'], [])
    assert.equal(ask('place.transhipment', 'is', 'VEPBL', ports), 'hit')
    assert.equal(ask('place.transhipment', 'is_not', 'VEPBL', ports), 'clear')
    assert.equal(ask('place.transhipment', 'is_not', 'COCTG', ports), 'hit')
  })

  test('an unreadable element leaves open what the readable ones do not settle', ({ assert }) => {
    const ports = known(['PAMIT', ''], [])
    assert.equal(ask('place.transhipment', 'is', 'PAMIT', ports), 'hit')
    assert.equal(ask('place.transhipment', 'is', 'VEPBL', ports), 'unknown')
    assert.equal(ask('place.transhipment', 'is_not', 'PAMIT', ports), 'clear')
    assert.equal(ask('place.transhipment', 'is_not', 'VEPBL', ports), 'unknown')
  })

  test('what was sent but not readable was filed; what cannot be told is unknown', ({ assert }) => {
    assert.equal(ask('place.receipt', 'is_filed', true, missing('not_understood')), 'hit')
    assert.equal(ask('conveyance.imo', 'is_filed', false, missing('arrival_unknown')), 'unknown')
  })
})
