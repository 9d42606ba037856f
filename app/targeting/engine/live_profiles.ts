import { compile, type CompiledProfiles } from '#core/engine/compile'
import { Engine as Evaluator } from '#core/engine/engine'
import type { FactSnapshot } from '#core/facts/catalogue'
import type { IndicatorRegistry } from '#core/indicators/registry'
import type { ProfileRevision } from '#core/profiles/document'
import { afterNews, liveOf, namesAfter, sinceOther, type Changes, type CompiledRevisions } from './changes.js'
import type { compileAside } from './compile_aside.js'
import { ProfileNames } from './profile_names.js'
import { Renewal } from './renewal.js'

export interface Upkeep {
  /** So few are compiled where they are needed, and whole, in less time than a thread takes to start. */
  readonly few: number
  /** Changes beside a base from which it is compiled anew, and beyond which a batch waits for that. */
  readonly renewedFrom: number
  readonly mostBeside: number
  readonly compileWith: typeof compileAside
  /** Facts of recent consignments of the current administration; asked for when many profiles are compiled. */
  readonly sample: () => Promise<readonly FactSnapshot[]>
  /** Hears of compilations that failed; nothing else comes of them. */
  readonly failed: (error: unknown, what: Readonly<Record<string, number>>) => void
}

interface Base extends CompiledRevisions {
  readonly evaluator: Evaluator
  /** For which registry its evaluator was made. */
  readonly registry: IndicatorRegistry
  readonly renewal: Renewal
}

/**
 * The live profiles of an administration, ready to weigh: a compiled base and, beside it, what changed since. Frozen; what follows
 * from a change is another one that shares the base.
 */
export interface LiveProfiles {
  readonly base: Base
  readonly changes: Changes
  readonly evaluator: Evaluator
  readonly names: ProfileNames
}

/** What the live profiles are after news; the same object where nothing is new. */
export async function liveProfilesAfter(
  kept: LiveProfiles | null,
  news: Changes,
  registry: IndicatorRegistry,
  upkeep: Upkeep
): Promise<LiveProfiles> {
  const before = kept ?? { base: NOTHING, changes: new Map<string, never>(), names: ProfileNames.none }
  const names = news.size === 0 ? before.names : namesAfter(before.names, before, news)
  const changes = afterNews(before, news)
  if (kept === null || kept.base.registry !== registry || changes.size > mostBeside(names.count, upkeep)) {
    const base = await compiledAnew(liveOf({ base: before.base, changes }), registry, upkeep)
    return { base, changes: new Map(), evaluator: base.evaluator, names }
  }
  const { made } = kept.base.renewal
  if (made !== null) {
    const base = baseOf(made.compiled, made.revisions, registry)
    return beside(base, sinceOther({ base: kept.base, changes }, base, made.then), names)
  }
  const next = news.size === 0 ? kept : beside(kept.base, changes, names)
  const { renewal } = next.base
  if (next.changes.size >= upkeep.renewedFrom && renewal.isDue) renewal.begin(next, await upkeep.sample(), upkeep)
  return next
}

const mostBeside = (live: number, upkeep: Upkeep): number => (live <= upkeep.few ? 0 : upkeep.mostBeside)

const NOTHING: CompiledRevisions = { revisions: [], places: new Map() }

function beside(base: Base, changes: Changes, names: ProfileNames): LiveProfiles {
  if (changes.size === 0) return { base, changes, evaluator: base.evaluator, names }
  const side = [...changes.values()].filter((each) => each !== null)
  const retired = new Uint8Array(base.revisions.length)
  for (const profile of changes.keys()) {
    const place = base.places.get(profile)
    if (place !== undefined) retired[place] = 1
  }
  const evaluator = new Evaluator(compile(side), side, base.registry, { base: base.evaluator, retired })
  return { base, changes, evaluator, names }
}

/** Many are compiled in a thread, so that others have their turn meanwhile; what comes of it is waited for. */
async function compiledAnew(
  revisions: readonly ProfileRevision[],
  registry: IndicatorRegistry,
  { few, compileWith, sample: sampleOf, failed }: Upkeep
): Promise<Base> {
  if (revisions.length <= few) return baseOf(compile(revisions), revisions, registry)
  const sample = await sampleOf()
  try {
    return baseOf(await compileWith(revisions, sample, true), revisions, registry)
  } catch (error) {
    // Weighing waits for it, so it is done here, and everything else waits as well.
    failed(error, { profiles: revisions.length, here: 1 })
    return baseOf(compile(revisions, sample), revisions, registry)
  }
}

const baseOf = (
  compiled: CompiledProfiles,
  revisions: readonly ProfileRevision[],
  registry: IndicatorRegistry
): Base => ({
  revisions,
  places: new Map(revisions.map(({ profile }, at) => [profile, at])),
  evaluator: new Evaluator(compiled, revisions, registry),
  registry,
  renewal: new Renewal(),
})
