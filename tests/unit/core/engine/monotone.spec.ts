import { test } from '@japa/runner'
import fc from 'fast-check'
import { CAN_STILL_ARRIVE, type FactKey, type FactSnapshot, type MissingReason } from '#core/facts/catalogue'
import type { Condition, Operator, ProfileRevision } from '#core/profiles/document'
import { assess } from '#tests/support/assess'
import { assessmentSettings } from '#tests/support/fixtures/narcotics_profile'
import { randomFacts, randomProfiles } from '#tests/support/random_profiles'

const { profiles: _, ...settings } = assessmentSettings

/** Operators for which a value that comes in can only make a condition hold, never end it. */
const MONOTONE: ReadonlySet<Operator> = new Set([
  'is',
  'is_one_of',
  'is_over',
  'is_under',
  'contains_word',
  'starts_with',
  'matches',
])
const WHYS: readonly MissingReason[] = ['not_filed', 'not_understood', 'arrival_unknown', 'history_not_covered']

/** Profiles whose score is monotone: conditions on facts that hold of what is said, and none of them gives relief. */
const monotoneProfiles = randomProfiles.map((live) =>
  live.map(({ document, ...revision }): ProfileRevision => {
    const only = (conditions: readonly Condition[]) =>
      conditions.flatMap((each): Condition[] => {
        if (each.kind !== 'fact' || !MONOTONE.has(each.operator)) return []
        const { hard: _hard, ...soft } = each
        return [{ ...soft, points: Math.abs(each.points) }]
      })
    return {
      ...revision,
      document: { ...document, all: only(document.all), any: only(document.any), adds: only(document.adds) },
    }
  })
)

/** A fact that some profile asks about and that is known, so that taking it away can change something. */
const asked = (live: readonly ProfileRevision[], facts: FactSnapshot): readonly FactKey[] =>
  live
    .flatMap(({ document }) => [...document.all, ...document.any, ...document.adds])
    .flatMap((condition) => (condition.kind === 'fact' && facts[condition.fact].known ? [condition.fact] : []))

test.group('Evidence that comes in', () => {
  test('never lowers a monotone score, and stays within what it could be up to', ({ assert }) => {
    let raised = 0
    fc.assert(
      fc.property(monotoneProfiles, randomFacts, fc.nat(), fc.constantFrom(...WHYS), (live, more, choice, why) => {
        const keys = asked(live, more)
        fc.pre(keys.length > 0)
        const less: FactSnapshot = { ...more, [keys[choice % keys.length]!]: { known: false, why } }
        const [before, after] = [less, more].map((facts) => assess({ ...settings, facts, profiles: live }))
        if (after!.score > before!.score) raised += 1
        assert.isAtMost(before!.score, after!.score)
        if (CAN_STILL_ARRIVE.has(why)) assert.isAtMost(after!.score, before!.upTo)
        // Threat by threat as well.
        for (const { threat, score } of before!.threats) {
          assert.isAtMost(score, after!.threats.find((each) => each.threat === threat)?.score ?? 0, threat)
        }
      }),
      // About one run in nine raises the score: 40 of 1,000 is more than six standard deviations below.
      { numRuns: 1000 }
    )
    assert.isAbove(raised, 40, 'the evidence mattered')
  })
})
