import { test } from '@japa/runner'
import fc from 'fast-check'
import { canonicalJson } from '#core/assessment/canonical'
import { compile, type CompiledProfiles } from '#core/engine/compile'
import { Engine } from '#core/engine/engine'
import type { ProfileRevision } from '#core/profiles/document'
import type { Changes } from '#app/targeting/engine/changes'
import { liveProfilesAfter, type LiveProfiles, type Upkeep } from '#app/targeting/engine/live_profiles'
import { ProfileNames } from '#app/targeting/engine/profile_names'
import { assessmentSettings } from '#tests/support/fixtures/narcotics_profile'
import { naiveAssess } from '#tests/support/oracle/assess'
import { randomFacts, randomProfiles } from '#tests/support/random_profiles'

const { profiles: _, ...settings } = assessmentSettings
const { registry } = settings
const PROFILES = 6

type Step =
  | { readonly is: 'change'; readonly profile: number; readonly document: number }
  | { readonly is: 'retire'; readonly profile: number }
  /** The revision before the one that is live now is live again. */
  | { readonly is: 'back'; readonly profile: number }
  /** A compilation that is under way comes to its end. */
  | { readonly is: 'compiled' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ is: fc.constant('change' as const), profile: fc.nat(PROFILES - 1), document: fc.nat(50) }),
  },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('retire' as const), profile: fc.nat(PROFILES - 1) }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('back' as const), profile: fc.nat(PROFILES - 1) }) },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('compiled' as const) }) }
)

/** What an administration's authors did, as a plain list of what is live, and as news since the last look. */
class Authors {
  readonly #history = new Map<string, (ProfileRevision | null)[]>()
  #news = new Map<string, ProfileRevision | null>()

  constructor(readonly documents: readonly ProfileRevision[]) {}

  do(each: Exclude<Step, { is: 'compiled' }>): void {
    const profile = `p${each.profile}`
    const history = this.#history.get(profile) ?? [null]
    this.#history.set(profile, history)
    if (each.is === 'change') {
      const { document } = this.documents[each.document % this.documents.length]!
      const revision = history.length
      history.push({ id: `${profile}.${revision}`, profile, name: profile, revision, document })
    } else history.push(each.is === 'retire' ? null : (history.at(-2) ?? null))
    this.#news.set(profile, history.at(-1)!)
  }

  live(): ProfileRevision[] {
    return [...this.#history.values()].flatMap((history) => history.at(-1) ?? [])
  }

  news(): Changes {
    const news = this.#news
    this.#news = new Map()
    return news
  }
}

/** Compilations that end when the test says so. */
const upkeepOf = () => {
  const waiting: (() => void)[] = []
  const compileWith: Upkeep['compileWith'] = (profiles, facts, awaited) =>
    awaited
      ? Promise.resolve(compile(profiles, facts))
      : new Promise<CompiledProfiles>((resolve) => waiting.push(() => resolve(compile(profiles, facts))))
  const sample = () => Promise.resolve(SAMPLE)
  const upkeep: Upkeep = { few: 1, renewedFrom: 2, mostBeside: 4, compileWith, sample, failed: () => {} }
  return { upkeep, waiting }
}

const SAMPLE = fc.sample(randomFacts, 5)

const asNamed = (live: readonly ProfileRevision[]) =>
  live.map(({ id, revision }) => ({ id, revision })).sort((a, b) => (a.id < b.id ? -1 : 1))

test.group('Live profiles through changes', () => {
  test('weigh and are named as a compilation of all that is live, whatever was published, retired or compiled meanwhile', async ({
    assert,
  }) => {
    const met = { beside: 0, anew: 0, renewed: 0, retired: 0 }
    await fc.assert(
      fc.asyncProperty(
        randomProfiles.filter((each) => each.length > 0),
        fc.array(randomFacts, { minLength: 1, maxLength: 2 }),
        fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 2, maxLength: 10 }),
        async (documents, seen, batches) => {
          const authors = new Authors(documents)
          const { upkeep, waiting } = upkeepOf()
          let now: LiveProfiles | null = null
          for (const batch of batches) {
            for (const each of batch) {
              if (each.is !== 'compiled') authors.do(each)
              else waiting.splice(0).forEach((end) => end())
            }
            await new Promise((resolve) => setImmediate(resolve))
            const before: LiveProfiles | null = now
            now = await liveProfilesAfter(now, authors.news(), registry, upkeep)
            const live = authors.live()
            met[now.changes.size > 0 ? 'beside' : 'anew'] += 1
            if (before?.base.renewal.made) met.renewed += 1
            if ([...now.changes.values()].includes(null)) met.retired += 1
            const whole = new Engine(compile(live), live, registry)
            for (const facts of seen) {
              const result = now.evaluator.assess({ ...settings, facts })
              assert.equal(canonicalJson(result), canonicalJson(whole.assess({ ...settings, facts })))
              assert.deepEqual(result, naiveAssess({ ...settings, facts, profiles: live }))
            }
            assert.deepEqual(now.names.recorded(), asNamed(live))
            assert.deepEqual(now.names.recorded(), ProfileNames.none.with([], live).recorded())
          }
        }
      ),
      { numRuns: 120 }
    )
    for (const [what, count] of Object.entries(met)) assert.isAbove(count, 20, what)
  }).timeout(60_000)

  test('nothing new is the same object', async ({ assert }) => {
    const [documents] = fc.sample(
      randomProfiles.filter((each) => each.length > 0),
      1
    ) as [ProfileRevision[]]
    const { upkeep } = upkeepOf()
    const first = await liveProfilesAfter(
      null,
      new Map(documents.map((each) => [each.profile, each])),
      registry,
      upkeep
    )
    assert.strictEqual(await liveProfilesAfter(first, new Map(), registry, upkeep), first)
  })

  test('another registry of indicators is for all profiles', async ({ assert }) => {
    const { upkeep } = upkeepOf()
    const [documents] = fc.sample(
      randomProfiles.filter((each) => each.length > 3),
      1
    ) as [ProfileRevision[]]
    const news = new Map(documents.map((each) => [each.profile, each]))
    const first = await liveProfilesAfter(null, news, registry, upkeep)
    const other = await liveProfilesAfter(first, new Map(), { ...registry }, upkeep)
    assert.notStrictEqual(other.base, first.base)
    assert.deepEqual(other.names.recorded(), first.names.recorded())
  })
})
