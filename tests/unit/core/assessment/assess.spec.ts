import { test } from '@japa/runner'
import { assess } from '#tests/support/assess'
import type { AssessInput } from '#tests/support/oracle/assess'
import { bandOf } from '#core/assessment/band'
import { whyNot } from '#core/engine/why_not'
import type { FactSnapshot } from '#core/facts/catalogue'
import { deriveFacts } from '#core/facts/derive'
import { missing } from '#core/facts/fact'
import { loadingInSourceCountry } from '#core/indicators/builtin/r02_loading_in_source_country'
import { receiptInSourceCountry } from '#core/indicators/builtin/r01_receipt_in_source_country'
import { lightLoad } from '#core/indicators/builtin/e01_light_load'
import { listedContainer } from '#core/indicators/builtin/e24_listed_container'
import { weakSecurityPort } from '#core/indicators/builtin/r03_weak_security_port'
import { defineIndicator } from '#core/indicators/definition'
import { builtinRegistry, indicatorRegistry } from '#core/indicators/registry'
import { ExactIndex } from '#core/matching/exact_index'
import { indicatorCondition } from '#core/profiles/condition'
import type { FactCondition } from '#core/profiles/document'
import { assessmentSettings, revisionOf } from '#tests/support/fixtures/narcotics_profile'
import { FILED_AT, fixtureLists, northernCelebrationSource } from '#tests/support/fixtures/northern_celebration'

const base = deriveFacts(northernCelebrationSource())
const weigh = (
  profiles: AssessInput['profiles'],
  change: Partial<FactSnapshot> = {},
  settings: Partial<AssessInput> = {}
) => assess({ ...assessmentSettings, profiles, facts: { ...base, ...change }, ...settings })

const fact = (change: Partial<FactCondition>): FactCondition => ({
  id: 'nature',
  kind: 'fact',
  fact: 'consignment.nature',
  operator: 'is',
  value: 'import',
  points: 0,
  ...change,
})
const receipt = indicatorCondition(receiptInSourceCountry)
const loading = indicatorCondition(loadingInSourceCountry)
const weak = indicatorCondition(weakSecurityPort)
const counted = (result: ReturnType<typeof weigh>) =>
  result.reasons.map((reason) => [reason.code, reason.points, reason.counted])

test.group('Assess', () => {
  test('a code scores once, at the most any profile gives it', ({ assert }) => {
    const result = weigh([
      revisionOf('a', { adds: [{ ...receipt, points: 10 }] }),
      revisionOf('b', { threat: 'SEC', adds: [{ ...receipt, points: 25 }] }),
    ])
    assert.deepEqual(counted(result), [['R01', 25, 25]])
    assert.deepEqual(result.reasons[0]?.threats, ['NAR', 'SEC'])
    assert.deepEqual(
      result.reasons[0]?.profiles.map((each) => each.profile),
      ['a', 'b']
    )
    assert.deepEqual(result.threats, [
      { threat: 'SEC', score: 25, hard: false },
      { threat: 'NAR', score: 10, hard: false },
    ])
  })

  test('a group counts up to its cap', ({ assert }) => {
    const result = weigh([
      revisionOf('a', {
        adds: [
          { ...receipt, points: 40 },
          { ...loading, points: 30 },
        ],
      }),
    ])
    assert.deepEqual(counted(result), [
      ['R01', 40, 40],
      ['R02', 30, 5],
    ])
    assert.equal(result.score, 45)
  })

  test('relief comes after caps and never goes below zero', ({ assert }) => {
    const relief = fact({ id: 'trusted', fact: 'consignee.name', value: 'Blue Mahoe Interiors Ltd', points: -30 })
    const capped = weigh([revisionOf('a', { adds: [{ ...receipt, points: 40 }, { ...loading, points: 30 }, relief] })])
    assert.deepEqual(
      capped.reasons.map((reason) => reason.counted),
      [40, 5, -30]
    )
    assert.equal(capped.score, 15)
    const floored = weigh([revisionOf('a', { adds: [{ ...receipt, points: 10 }, relief] })])
    assert.deepEqual([floored.score, floored.reasons.at(-1)?.counted], [0, -10])
  })

  test('relief is taken off last, wherever its group stands', ({ assert }) => {
    const light = indicatorCondition(lightLoad)
    const result = weigh([revisionOf('a', { adds: [light, fact({ points: -30 })] })])
    assert.deepEqual(counted(result), [
      ['E01', 15, 15],
      ['fact:consignment.nature:is:import', -30, -15],
    ])
    assert.equal(result.score, 0)
  })

  test('the evidence shown is that of the strongest claim', ({ assert }) => {
    const light = (percent: number, points: number) => indicatorCondition(lightLoad, { args: { percent }, points })
    const result = weigh([revisionOf('a', { adds: [light(63, 15)] }), revisionOf('b', { adds: [light(80, 25)] })])
    assert.deepEqual(counted(result), [['E01', 25, 25]])
    assert.deepEqual(
      [result.reasons[0]?.titleParams, result.reasons[0]?.evidence[0]?.params['limit']],
      [{ percent: 80 }, 80]
    )
  })

  test('relief for every threat relieves each of them', ({ assert }) => {
    const relief = revisionOf('trusted', { threat: 'ALL', adds: [fact({ points: -20 })] })
    assert.deepEqual(weigh([revisionOf('a', { adds: [receipt] }), relief]).threats, [
      { threat: 'NAR', score: 5, hard: false },
    ])
  })

  test('a hard reason ignores the cap and alerts whatever the score', ({ assert }) => {
    const entry = {
      id: 'e',
      list: 'boxes',
      edition: 1,
      kind: 'equipment' as const,
      value: 'NRCU4832072',
      reason: 'invented',
      validFrom: null,
      validUntil: null,
    }
    const listed = revisionOf('lists', {
      threat: 'ALL',
      adds: [{ ...indicatorCondition(listedContainer), points: 80 }],
    })
    const light = revisionOf('a', { adds: [indicatorCondition(lightLoad)] })
    const result = weigh([listed, light], {}, { watchLists: new ExactIndex([entry]).at(FILED_AT) })
    assert.deepEqual(counted(result), [
      ['E24', 80, 80],
      ['E01', 15, 15],
    ])
    assert.deepEqual(
      result.reasons.map((reason) => reason.groupUsed),
      [0, 15]
    )
    assert.deepEqual(result.alerts, [{ threat: 'ALL', because: 'hard' }])
    assert.deepEqual(
      result.matches.map((match) => [match.entry.id, match.path]),
      [['e', 'equipment.0.number']]
    )
    const quiet = weigh([revisionOf('a', { adds: [fact({ points: 0, hard: true })] })])
    assert.deepEqual([quiet.score, quiet.alerts], [0, [{ threat: 'NAR', because: 'hard' }]])
  })

  test('a profile that does not apply gives no points, and what it missed is told when asked', ({ assert }) => {
    const transit = fact({ value: 'transit', points: 10 })
    const result = weigh([revisionOf('a', { all: [transit], adds: [receipt] })])
    assert.deepEqual([result.score, result.upTo, result.reasons], [0, 0, []])
    assert.deepEqual(result.clears, [])
    const missed = whyNot(
      { ...base },
      [revisionOf('a', { all: [transit], adds: [receipt] })],
      builtinRegistry,
      fixtureLists
    )
    assert.deepEqual(
      missed.map(({ code, points }) => [code, points]),
      [['fact:consignment.nature:is:transit', 10]]
    )
    assert.deepEqual(
      whyNot(base, [revisionOf('a', { all: [fact({ points: 10 })] })], builtinRegistry, fixtureLists),
      []
    )
  })

  test('one of `any` is enough, none is not', ({ assert }) => {
    const no = fact({ id: 'no', value: 'transit' })
    assert.equal(weigh([revisionOf('a', { any: [no, fact({})], adds: [receipt] })]).score, 25)
    assert.equal(weigh([revisionOf('a', { any: [no], adds: [receipt] })]).score, 0)
  })

  test('while it is unknown whether a profile applies, its points are unknown', ({ assert }) => {
    const profile = revisionOf('a', { all: [fact({})], adds: [receipt, weak] })
    const result = weigh([profile], { 'consignment.nature': missing('not_filed') })
    assert.deepEqual([result.score, result.upTo], [0, 45])
    assert.deepEqual(
      result.unknowns.map((each) => [each.code, each.missing, each.why, each.couldAdd]),
      [
        ['R01', 'consignment.nature', 'not_filed', 25],
        ['R03', 'consignment.nature', 'not_filed', 20],
      ]
    )
    const level = fact({ id: 'level', fact: 'consignment.level', value: 'house' })
    const half = weigh([revisionOf('a', { all: [fact({}), level], adds: [receipt] })], {
      'consignment.nature': missing('not_filed'),
      'consignment.level': missing('not_carried'),
    })
    assert.deepEqual([half.upTo, half.unknowns[0]?.couldAdd], [0, 0])
    const never = weigh([profile], { 'consignment.nature': missing('not_carried') })
    assert.deepEqual([never.upTo, never.unknowns.map((each) => each.couldAdd)], [0, [0, 0]])
  })

  test('an unknown of `any` does not hold up a profile that applies by another', ({ assert }) => {
    const profile = revisionOf('a', {
      any: [fact({}), fact({ id: 'x', fact: 'place.delivery', value: 'JMKIN' })],
      adds: [receipt],
    })
    assert.equal(weigh([profile]).score, 25)
  })

  test('"could be up to" respects caps, counts once, and grants no relief in doubt', ({ assert }) => {
    const gone = { 'place.receipt': missing('not_filed'), 'place.receipt.country': missing('not_filed') }
    const relief = fact({ id: 'r', fact: 'place.delivery', value: 'JMKIN', points: -40 })
    const result = weigh(
      [revisionOf('a', { adds: [receipt, { ...loading, points: 30 }, relief] }), revisionOf('b', { adds: [receipt] })],
      gone
    )
    assert.deepEqual([result.score, result.upTo], [30, 45])
    assert.deepEqual(
      result.unknowns.map((each) => [each.code, each.points, each.couldAdd]),
      [
        ['R01', 25, 15],
        ['fact:place.delivery:is:JMKIN', -40, 0],
      ]
    )
  })

  test('a medium total keeps its band while the high cut is within reach', ({ assert }) => {
    const cuts = { medium: 50, high: 100, alert: 50 }
    assert.deepEqual(
      [bandOf(60, 120, cuts), bandOf(49, 120, cuts), bandOf(49, 99, cuts), bandOf(100, 100, cuts)],
      ['medium', 'unknown', 'low', 'high']
    )
  })

  test('the band is unknown when the high cut is still within reach', ({ assert }) => {
    const profile = revisionOf('a', { adds: [receipt, { ...weak, points: 40 }] })
    const cuts = { medium: 45, high: 65, alert: 50 }
    const gone = { 'place.receipt.country': missing('not_filed') }
    assert.equal(weigh([profile], {}, { cuts }).band, 'high')
    const reach = weigh([profile], gone, { cuts })
    assert.deepEqual([reach.score, reach.band, reach.alerts], [40, 'unknown', [{ threat: 'NAR', because: 'could_be' }]])
    assert.equal(weigh([profile], gone, { cuts: { ...cuts, high: 66 } }).band, 'low')
    assert.equal(weigh([profile], { 'place.receipt.country': missing('not_carried') }, { cuts }).band, 'low')
  })

  test('alerts: a threat at the threshold; the strongest when only the total is', ({ assert }) => {
    const nar = revisionOf('a', { adds: [{ ...receipt, points: 30 }] })
    const sec = revisionOf('b', { threat: 'SEC', adds: [{ ...weak, points: 25 }] })
    assert.deepEqual(weigh([nar, sec]).alerts, [{ threat: 'NAR', because: 'total' }])
    assert.deepEqual(weigh([revisionOf('a', { adds: [receipt, { ...loading, points: 25 }, weak] }), sec]).alerts, [
      { threat: 'NAR', because: 'threshold' },
    ])
    assert.deepEqual(weigh([nar]).alerts, [])
  })

  test('a share of the points is rounded to whole points', ({ assert }) => {
    const third = defineIndicator({
      ...receiptInSourceCountry,
      code: 'T01',
      reads: ['place.receipt'],
      assess: () => ({ is: 'hit', weight: 1 / 3, evidence: [] }),
    })
    const registry = indicatorRegistry([third])
    const result = weigh([revisionOf('a', { adds: [{ ...indicatorCondition(third), points: 20 }] })], {}, { registry })
    assert.deepEqual(counted(result), [['T01', 7, 7]])
  })

  test('an indicator may read only what it declares, and must exist', ({ assert }) => {
    const nosy = defineIndicator({
      ...receiptInSourceCountry,
      code: 'T02',
      reads: ['place.receipt'],
      assess: ({ facts }) => (facts.get('goods.description').known ? { is: 'hit', evidence: [] } : { is: 'clear' }),
    })
    const profile = revisionOf('a', { adds: [indicatorCondition(nosy)] })
    assert.throws(
      () => weigh([profile], {}, { registry: indicatorRegistry([nosy]) }),
      /E_FACT_UNDECLARED: T02 reads goods.description/
    )
    assert.throws(() => weigh([profile]), /E_INDICATOR_MISSING: T02@1/)
    assert.throws(() => indicatorRegistry([nosy, nosy]), /E_INDICATOR_TWICE: T02@1/)
  })
})
