import { test } from '@japa/runner'
import fc from 'fast-check'
import { assess } from '#tests/support/assess'
import { canonicalJson } from '#core/assessment/canonical'
import type { FactKey, FactSnapshot, MissingReason } from '#core/facts/catalogue'
import { deriveFacts } from '#core/facts/derive'
import { FACT_KEYS } from '#core/facts/fact_kinds'
import { BUILTIN_INDICATORS } from '#core/indicators/builtin/main'
import { THREATS } from '#core/indicators/definition'
import type { ReferenceLists } from '#core/indicators/reference_lists'
import { ExactIndex } from '#core/matching/exact_index'
import { indicatorCondition } from '#core/profiles/condition'
import type { Condition, ProfileRevision } from '#core/profiles/document'
import { INDICATOR_CASES, LISTED } from '#tests/support/fixtures/indicator_cases'
import { assessmentSettings } from '#tests/support/fixtures/narcotics_profile'
import { FILED_AT, fixtureRows, listsOf, northernCelebrationSource } from '#tests/support/fixtures/northern_celebration'

const RUNS = { numRuns: 300 }
const watchLists = new ExactIndex(
  LISTED.map(([kind, value], index) => ({
    id: `e${index}`,
    list: 'demo',
    edition: 1,
    kind,
    value,
    reason: '',
    validFrom: null,
    validUntil: null,
  }))
).at(FILED_AT)

const snapshots = [{}, ...Object.values(INDICATOR_CASES).flatMap((each) => [each.hit, each.clear])].map((change) =>
  deriveFacts(northernCelebrationSource(change))
)
const WHYS: readonly MissingReason[] = [
  'not_filed',
  'not_carried',
  'not_understood',
  'history_not_covered',
  'not_applicable',
]

/** Real snapshots with some facts gone. */
const facts = fc
  .tuple(
    fc.constantFrom(...snapshots),
    fc.dictionary(fc.constantFrom(...FACT_KEYS), fc.constantFrom(...WHYS), { maxKeys: 6 })
  )
  .map(([snapshot, gone]): FactSnapshot => {
    const missing = Object.entries(gone).map(([key, why]) => [key, { known: false, why }])
    return { ...snapshot, ...Object.fromEntries(missing) }
  })

const points = (least: number) => fc.integer({ min: least, max: 80 })
const condition = (least: number) =>
  fc.oneof(
    fc
      .tuple(fc.constantFrom(...BUILTIN_INDICATORS), points(least), fc.boolean())
      .map(([definition, given, hard]): Condition => ({
        ...indicatorCondition(definition, { points: given }),
        ...(hard && { hard }),
      })),
    fc.tuple(fc.constantFrom('import', 'transit'), points(least)).map(([value, given]): Condition => ({
      id: 'n',
      kind: 'fact',
      fact: 'consignment.nature',
      operator: 'is',
      value,
      points: given,
    }))
  )
const conditions = (least: number, maxLength: number) => fc.array(condition(least), { maxLength })
const profiles = (least: number) =>
  fc
    .array(fc.tuple(fc.constantFrom(...THREATS), conditions(least, 2), conditions(least, 2), conditions(least, 8)), {
      minLength: 1,
      maxLength: 4,
    })
    .map((all) => all.map(([threat, ...blocks], index) => revision(`p${index}`, threat, blocks)))

const revision = (
  profile: string,
  threat: ProfileRevision['document']['threat'],
  blocks: Condition[][]
): ProfileRevision => {
  const named = blocks.map((block, at) => block.map((each, index) => ({ ...each, id: `${at}.${index}` })))
  const [all = [], any = [], adds = []] = named
  return { id: profile, profile, name: profile, revision: 1, document: { threat, all, any, adds } }
}

const lists = listsOf(fixtureRows)
const weigh = (seen: FactSnapshot, live: readonly ProfileRevision[], with_: ReferenceLists = lists) =>
  assess({ ...assessmentSettings, facts: seen, profiles: live, lists: with_, watchLists })

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}

test.group('Laws of weighing', () => {
  test('the score is the sum of what its reasons count, group by group within caps', () => {
    fc.assert(
      fc.property(facts, profiles(-40), (seen, live) => {
        const { score, upTo, reasons } = weigh(seen, live)
        const sums = new Map<string, number>()
        for (const reason of reasons) {
          if (reason.counted > 0 && !reason.hard) sums.set(reason.group, (sums.get(reason.group) ?? 0) + reason.counted)
        }
        const withinCaps = reasons.every(
          (reason) =>
            (sums.get(reason.group) ?? 0) <= reason.groupCap && Math.abs(reason.counted) <= Math.abs(reason.points)
        )
        const codes = new Set(reasons.map((reason) => reason.code))
        return (
          withinCaps &&
          score >= 0 &&
          upTo >= score &&
          codes.size === reasons.length &&
          score === reasons.reduce((sum, each) => sum + each.counted, 0)
        )
      }),
      RUNS
    )
  })

  test('the order of profiles and of the rows of lists changes nothing', () => {
    const turned = listsOf(
      Object.fromEntries(Object.entries(fixtureRows).map(([code, rows]) => [code, [...rows].reverse()]))
    )
    fc.assert(
      fc.property(facts, profiles(-40), (seen, live) => {
        const result = canonicalJson(weigh(seen, live))
        return (
          result === canonicalJson(weigh(seen, [...live].reverse())) &&
          result === canonicalJson(weigh(seen, live, turned))
        )
      }),
      RUNS
    )
  })

  test('without relief, more profiles and more known facts that hit never lower the score', () => {
    fc.assert(
      fc.property(facts, profiles(0), profiles(0), (seen, live, more) => {
        const added = more.map((each) => ({ ...each, profile: `${each.profile}+` }))
        const less = weigh(seen, live)
        const both = weigh(seen, [...live, ...added])
        return both.score >= less.score && both.upTo >= less.upTo
      }),
      RUNS
    )
  })

  test('what is unknown is never counted, and what it could add is within "could be up to"', () => {
    fc.assert(
      fc.property(facts, profiles(0), (seen, live) => {
        const { score, upTo, reasons, unknowns, clears } = weigh(seen, live)
        const hits = new Set(reasons.map((reason) => reason.code))
        const open = new Set(unknowns.map((unknown) => unknown.code))
        const certain = weigh(seen, live.map(withoutUnknown(seen)))
        return (
          certain.score === score &&
          unknowns.every((unknown) => unknown.couldAdd >= 0 && score + unknown.couldAdd <= upTo) &&
          clears.every((clear) => !hits.has(clear.code) && !open.has(clear.code))
        )
      }),
      RUNS
    )
  })

  test('frozen inputs, asked twice, give the same answer to the bit', () => {
    fc.assert(
      fc.property(facts, profiles(-40), (seen, live) => {
        const frozen = deepFreeze(structuredClone(seen))
        const fixed = deepFreeze(structuredClone(live))
        const first = canonicalJson(weigh(frozen, fixed))
        return canonicalJson(weigh(frozen, fixed)) === first
      }),
      RUNS
    )
  })

  test('taking a fact away never makes a hit clear', () => {
    const everything = revision('all', 'NAR', [
      [],
      [],
      BUILTIN_INDICATORS.map((definition) => indicatorCondition(definition)),
    ])
    fc.assert(
      fc.property(
        fc.constantFrom(...snapshots),
        fc.constantFrom(...FACT_KEYS),
        fc.constantFrom(...WHYS),
        (seen, key: FactKey, why) => {
          // Most messages carry no HS code: where a description is filed, a row of goods that has words is told by it.
          fc.pre(key !== 'goods.hs' || !seen['goods.description'].known)
          const before = weigh(seen, [everything]).reasons.map((reason) => reason.code)
          const after = weigh({ ...seen, [key]: { known: false, why } }, [everything]).clears.map((clear) => clear.code)
          return before.every((code) => !after.includes(code))
        }
      ),
      RUNS
    )
  })
})

/** The profile without the added conditions whose answer is unknown. */
const withoutUnknown =
  (seen: FactSnapshot) =>
  (live: ProfileRevision): ProfileRevision => {
    const alone = (each: Condition) =>
      weigh(seen, [revision('x', 'NAR', [[], [], [{ ...each, points: 1 }]])]).unknowns.length === 0
    return { ...live, document: { ...live.document, adds: live.document.adds.filter(alone) } }
  }
