import { test } from '@japa/runner'
import fc from 'fast-check'
import { canonicalJson } from '#core/assessment/canonical'
import { compile } from '#core/engine/compile'
import { Engine } from '#core/engine/engine'
import type { ProfileRevision } from '#core/profiles/document'
import { assessmentSettings } from '#tests/support/fixtures/narcotics_profile'
import { naiveAssess } from '#tests/support/oracle/assess'
import { randomFacts, randomProfiles } from '#tests/support/random_profiles'

const { profiles: _, ...settings } = assessmentSettings
const RUNS = { numRuns: 200 }

/** What became of each profile of a compiled set: nothing, it went, or it has another revision. */
const fates = fc.array(fc.constantFrom('stays', 'goes', 'changes'), { minLength: 1, maxLength: 12 })

interface Changed {
  readonly retired: Uint8Array
  readonly side: readonly ProfileRevision[]
  readonly live: readonly ProfileRevision[]
}

const changed = (
  base: readonly ProfileRevision[],
  fate: readonly string[],
  others: readonly ProfileRevision[]
): Changed => {
  const of = (at: number) => fate[at % fate.length]!
  const news = others.map((each, at) => ({ ...each, id: `new${at}`, profile: `new${at}` }))
  const next = base.flatMap((each, at) => {
    const other = others[at % Math.max(1, others.length)]
    if (of(at) !== 'changes' || other === undefined) return []
    return [{ ...each, id: `${each.id}+`, revision: each.revision + 1, document: other.document }]
  })
  const side = [...next, ...news]
  return {
    retired: Uint8Array.from(base, (_each, at) => Number(of(at) !== 'stays')),
    side,
    live: [...base.filter((_each, at) => of(at) === 'stays'), ...side],
  }
}

test.group('An engine beside another', () => {
  test('answers as one engine of all live profiles, and as the naive evaluator', ({ assert }) => {
    let reasons = 0
    let retired = 0
    fc.assert(
      fc.property(
        fc.array(randomFacts, { minLength: 1, maxLength: 3 }),
        randomProfiles,
        randomProfiles,
        fates,
        (seen, first, others, fate) => {
          const base = new Engine(compile(first), first, settings.registry)
          const next = changed(first, fate, others)
          const beside = { base, retired: next.retired }
          const together = new Engine(compile(next.side), next.side, settings.registry, beside)
          const whole = new Engine(compile(next.live, seen), next.live, settings.registry)
          for (const facts of seen) {
            const result = together.assess({ ...settings, facts })
            assert.equal(canonicalJson(result), canonicalJson(whole.assess({ ...settings, facts })))
            assert.deepEqual(result, naiveAssess({ ...settings, facts, profiles: next.live }))
            assert.deepEqual(
              base.assess({ ...settings, facts }),
              naiveAssess({ ...settings, facts, profiles: first }),
              'the base is what it was'
            )
            reasons += result.reasons.length
          }
          retired += next.retired.reduce((sum, each) => sum + each, 0)
        }
      ),
      RUNS
    )
    assert.isAbove(reasons, RUNS.numRuns / 2)
    assert.isAbove(retired, RUNS.numRuns)
  })

  test('takes the memory of both', ({ assert }) => {
    const [first, others] = fc.sample(randomProfiles, 2) as [ProfileRevision[], ProfileRevision[]]
    const base = new Engine(compile(first), first, settings.registry)
    const alone = new Engine(compile(others), others, settings.registry)
    const retired = new Uint8Array(first.length)
    const together = new Engine(compile(others), others, settings.registry, { base, retired })
    assert.equal(together.bytes, base.bytes + alone.bytes + first.length)
  })
})
