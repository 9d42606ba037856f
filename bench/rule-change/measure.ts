import { setTimeout as sleep } from 'node:timers/promises'
import type { ProfileRevision } from '#core/profiles/document'
import { loadEngine } from '#app/targeting/queries/load_engine'
import { putLive } from '#tests/support/many_profiles'
import { consignments } from '../rules/consignments.js'
import { profiles } from '../rules/profiles.js'
import { drainShares } from './drain.js'
import { assertEqualToWhole, compiledHere } from './equal.js'
import { Matching, type Stretch } from './matching.js'
import { inNewAdministration, listing, publication, retirement, type Change } from './world.js'

/** Milliseconds of a change and seconds of a renewal, printed as reached or missed; ratios fail below. */
const MUST = {
  change: 50,
  renewal: 10,
  cheaperThanAnew: (rules: number) => (rules < 65_000 ? 10 : 50),
  goesOn: 1 / 3,
  shorterGap: 3,
}
const PAUSE_MS = 60
/** More than stand beside a base before it is compiled anew. */
const BURST = 300

interface Sizes {
  readonly seed: number
  readonly rules: number
  readonly changes: number
  readonly entries: number
}

/** Prints the tables; returns what was missed. */
export async function measure({ seed, rules, changes, entries }: Sizes): Promise<readonly string[]> {
  const facts = consignments(seed, 1000, 'realistic')
  const others = profiles(seed + 1, changes + BURST, 'realistic')
  return inNewAdministration(profiles(seed, rules, 'realistic'), entries, async (live, list) => {
    const cold = await timed(() => loadEngine())
    console.log(`first load, compiled in a thread, with ${entries} entries: ${(cold.ms / 1000).toFixed(1)} s`)
    const compared = await assertEqualToWhole(cold.value, facts.slice(0, 50))
    const here = [await compiledHere(), await compiledHere(), await compiledHere()]
    const anew = { cpu: median(here.map((each) => each.cpu)), seconds: median(here.map((each) => each.seconds)) }
    console.log(
      `${compared} consignments weighed as by one compilation here: ${anew.seconds.toFixed(2)} s (${anew.cpu.toFixed(0)} CPU ms) in which nothing else is done\n`
    )

    const matching = new Matching(facts)
    await sleep(2000)
    matching.stretch()
    await sleep(3000)
    const alone = matching.stretch()
    const times = await changeAll(matching, changesOf(live, list, others.slice(BURST), changes))
    const changing = matching.stretch()
    const taken = [...matching.takenUp]
    const renewal = await renewed(matching, others.slice(0, BURST))
    await sleep(2000)
    const after = matching.stretch()
    await matching.end()
    const equal = await assertEqualToWhole(await loadEngine(), facts.slice(0, 50))

    const drain = await drainShares(seed)

    tableOfChanges(times)
    console.log(
      `taken up ${taken.length} times, CPU ms with the first assessment: ${median(taken).toFixed(1)} (most ${Math.max(...taken).toFixed(0)})\n`
    )
    tableOfStretches({
      'before any change': alone,
      'while changes come': changing,
      'while all is compiled anew': renewal.while,
      'after it': after,
    })
    console.log(
      `\ncompiled anew in a thread, from ${BURST} changes beside to taken up: ${renewal.seconds.toFixed(1)} s`
    )
    console.log(`${equal} consignments weighed after all changes as by one compilation of what is live\n`)
    console.log(
      `a drain of ${drain.consignments} filed consignments takes ${drain.seconds.toFixed(1)} s: this process computes ${percent(drain.computes)} of it, facts and weighing take ${percent(drain.weighs)}\n`
    )
    return judged({ rules, times, taken, anew, alone, renewal })
  })
}

interface Times {
  readonly kind: string
  readonly fromCommit: number
  readonly fromCall: number
}

/** A third of each kind, at profiles that are changed once. */
const changesOf = (
  live: readonly string[],
  list: string,
  others: readonly ProfileRevision[],
  count: number
): readonly Change[] =>
  Array.from({ length: count }, (_each, at) => {
    const profile = live[(at * 7919) % live.length]!
    if (at % 3 === 0) return publication(profile, others[at]!.document)
    return at % 3 === 1 ? retirement(profile) : listing(list, `NEWLY LISTED ${at}`)
  })

async function changeAll(matching: Matching, all: readonly Change[]): Promise<readonly Times[]> {
  const times: Times[] = []
  for (const change of all) {
    await change.prepare()
    const called = performance.now()
    const first = matching.firstToKnow((engine) => change.isKnownTo(engine))
    await change.make()
    const committed = performance.now()
    const known = await first
    times.push({ kind: change.kind, fromCommit: Math.max(0, known - committed), fromCall: known - called })
    await sleep(PAUSE_MS)
  }
  return times
}

/** Puts so many profiles live at once that the base is compiled anew, and waits until that is taken up. */
async function renewed(
  matching: Matching,
  others: readonly ProfileRevision[]
): Promise<{ readonly seconds: number; readonly while: Stretch }> {
  const { base } = matching.engine!.profiles
  const before = matching.engine!.profiles.changes.size
  await putLive(others)
  await matching.firstToKnow(({ profiles: now }) => now.base !== base || now.changes.size >= before + others.length)
  matching.stretch()
  const from = performance.now()
  const until = await matching.firstToKnow((engine) => engine.profiles.base !== base)
  return { seconds: (until - from) / 1000, while: matching.stretch() }
}

const timed = async <T>(work: () => Promise<T>): Promise<{ value: T; ms: number }> => {
  const from = performance.now()
  return { value: await work(), ms: performance.now() - from }
}

const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1]!

function tableOfChanges(times: readonly Times[]): void {
  console.log(
    '| change | how many | from commit to the first assessment that knows it, p50 / max ms | from the call, p50 / max ms |'
  )
  console.log('|---|---|---|---|')
  const kinds = [...Map.groupBy(times, ({ kind }) => kind), ['all', times] as const]
  for (const [kind, of] of kinds) {
    const cells = (['fromCommit', 'fromCall'] as const).map((from) => {
      const all = of.map((each) => each[from])
      return `${median(all).toFixed(1)} / ${Math.max(...all).toFixed(0)}`
    })
    console.log(`| ${kind} | ${of.length} | ${cells.join(' | ')} |`)
  }
  console.log('')
}

const rate = ({ consignments: count, seconds }: Stretch): number => count / seconds

function tableOfStretches(stretches: Readonly<Record<string, Stretch>>): void {
  console.log('| matching | consignments a second | longest time without one, ms |')
  console.log('|---|---|---|')
  for (const [name, each] of Object.entries(stretches))
    console.log(`| ${name} | ${Math.round(rate(each))} | ${each.longestGap.toFixed(0)} |`)
}

interface Measured {
  readonly rules: number
  readonly times: readonly Times[]
  /** CPU milliseconds in which a change was taken up. */
  readonly taken: readonly number[]
  /** A compilation on this thread. */
  readonly anew: { readonly cpu: number; readonly seconds: number }
  readonly alone: Stretch
  readonly renewal: { readonly seconds: number; readonly while: Stretch }
}

function judged({ rules, times, taken, anew, alone, renewal }: Measured): readonly string[] {
  const failures: string[] = []
  const most = (what: string, reached: number, must: number) =>
    console.log(`${what}: ${shown(reached)}, must be at most ${must}: ${reached <= must ? 'reached' : 'MISSED'}`)
  const least = (what: string, reached: number, must: number) => {
    const isReached = reached >= must
    console.log(`${what}: ${shown(reached)}, must be at least ${shown(must)}: ${isReached ? 'reached' : 'MISSED'}`)
    if (!isReached) failures.push(`${what}: ${shown(reached)} is below ${shown(must)}`)
  }
  most(
    'ms from commit to the first assessment that knows, median',
    median(times.map((each) => each.fromCommit)),
    MUST.change
  )
  most('s to compile anew in a thread', renewal.seconds, MUST.renewal)
  least('times cheaper, in CPU, than compiling all', anew.cpu / median(taken), MUST.cheaperThanAnew(rules))
  least('share of its speed that matching keeps meanwhile', rate(renewal.while) / rate(alone), MUST.goesOn)
  const gap = (anew.seconds * 1000) / renewal.while.longestGap
  least('times shorter its longest gap is than compiling here', gap, MUST.shorterGap)
  return failures
}

const percent = (share: number): string => `${Math.round(share * 100)} %`

const shown = (figure: number): string => String(Number(figure.toPrecision(3)))
