import { test } from '@japa/runner'
import fc from 'fast-check'
import { canonicalJson } from '#core/assessment/canonical'
import { compile } from '#core/engine/compile'
import { Engine } from '#core/engine/engine'
import { Matcher } from '#core/engine/matcher'
import { Questions } from '#core/engine/weigh/questions'
import { assessmentSettings } from '#tests/support/fixtures/narcotics_profile'
import { application } from '#tests/support/oracle/application'
import { naiveAssess } from '#tests/support/oracle/assess'
import { judgeOf } from '#tests/support/oracle/judge'
import { randomFacts, randomProfiles } from '#tests/support/random_profiles'

const RUNS = { numRuns: 600 }
const { profiles: _, ...settings } = assessmentSettings

test.group('The engine and the naive evaluator', () => {
  test('say the same of every profile: it applies, it does not, it is unknown', ({ assert }) => {
    const met = { applies: 0, does_not: 0, unknown: 0 }
    fc.assert(
      fc.property(fc.array(randomFacts, { minLength: 1, maxLength: 3 }), randomProfiles, (seen, live) => {
        const compiled = compile(live, seen.slice(1))
        const matcher = new Matcher(compiled)
        const questions = new Questions(compiled.vocabulary.questions, settings.registry)
        for (const facts of seen) {
          questions.begin({ ...settings, facts })
          matcher.match(facts, questions.ask)
          const found = new Map<number, string>()
          for (const each of matcher.applies.subarray(0, matcher.applyCount))
            found.set(compiled.order[each]!, 'applies')
          for (const each of matcher.open.subarray(0, matcher.openCount)) found.set(compiled.order[each]!, 'unknown')
          const { judge } = judgeOf({ ...settings, facts })
          live.forEach(({ document }, at) => {
            const { is } = application(document, judge)
            met[is] += 1
            assert.equal(found.get(at) ?? 'does_not', is, JSON.stringify(document))
          })
        }
      }),
      RUNS
    )
    for (const [is, count] of Object.entries(met)) assert.isAbove(count, RUNS.numRuns / 3, is)
  })

  test('weigh the same, to the bit, and whatever the order of profiles', ({ assert }) => {
    let reasons = 0
    fc.assert(
      fc.property(randomFacts, randomProfiles, (facts, live) => {
        const result = new Engine(compile(live), live, settings.registry).assess({ ...settings, facts })
        const turned = [...live].reverse()
        const other = new Engine(compile(turned, [facts]), turned, settings.registry).assess({ ...settings, facts })
        reasons += result.reasons.length
        assert.deepEqual(result, naiveAssess({ ...settings, facts, profiles: live }))
        assert.equal(canonicalJson(other), canonicalJson(result))
      }),
      RUNS
    )
    assert.isAbove(reasons, RUNS.numRuns / 2)
  })

  test('an engine asked about one consignment after another keeps nothing of the one before', ({ assert }) => {
    fc.assert(
      fc.property(fc.array(randomFacts, { minLength: 2, maxLength: 4 }), randomProfiles, (seen, live) => {
        const engine = new Engine(compile(live), live, settings.registry)
        for (const facts of seen) {
          assert.deepEqual(engine.assess({ ...settings, facts }), naiveAssess({ ...settings, facts, profiles: live }))
        }
      }),
      { numRuns: 150 }
    )
  })
})
