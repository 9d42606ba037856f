import logger from '@adonisjs/core/services/logger'
import { canonicalJson } from '#core/assessment/canonical'
import type { Cuts } from '#core/assessment/assessment'
import { DEFAULT_CAPS } from '#core/indicators/definition'
import type { Engine as Evaluator } from '#core/engine/engine'
import type { ReferenceListEdition, ReferenceLists } from '#core/indicators/reference_lists'
import type { IndicatorRegistry } from '#core/indicators/registry'
import { ExactIndex } from '#core/matching/exact_index'
import type { EnabledPlugin } from '#platform/plugins/enabled_plugins'
import { filingRules, type FilingRule } from '#platform/plugins/filing_rules'
import { tenancy } from '#platform/tenancy/tenant_context'
import { TenantCache } from '#platform/tenancy/tenant_cache'
import type { Mode, SettingValues } from '#sdk'
import { compileAside } from '../engine/compile_aside.js'
import { liveProfilesAfter, type LiveProfiles, type Upkeep } from '../engine/live_profiles.js'
import type { NamedRevisions } from '../engine/profile_names.js'
import { registryOf } from '../indicator_registries.js'
import { readChanges, readEngineState, readEntries, type EngineState, type Moment } from './read_engine_state.js'
import { editions } from './read_revisions.js'
import { recentFacts } from './recent_facts.js'

/** Everything an assessment is made with, and the versions that say so. */
export interface Engine {
  evaluator: Evaluator
  lists: ReferenceLists
  index: ExactIndex
  cuts: Cuts
  caps: typeof DEFAULT_CAPS
  /** Plugins whose facts are derived. */
  plugins: readonly EnabledPlugin[]
  /** ISO 4217 of the administration. */
  currency: string
  filing: { rules: ReadonlyMap<Mode, FilingRule>; leadHours: number }
  versions: EngineVersions
  /** Where its evaluator comes from, and the pages on which the names of its profiles stand. */
  profiles: LiveProfiles
}

/** Raised when the same inputs could give another result: 2 lists misses of profiles that apply or might alone. */
export const ENGINE_VERSION = 2

export interface EngineVersions {
  engine: typeof ENGINE_VERSION
  profiles: NamedRevisions
  lists: Record<string, number>
  watchLists: Record<string, number>
  cuts: Cuts
  caps: typeof DEFAULT_CAPS
  /** Enabled plugins with the settings that their facts and deadlines were made with. */
  plugins: Record<string, { version: string; settings: SettingValues }>
}

/** What engines of all administrations may take in a process; the one in use is kept whatever it takes. */
const MEMORY_CEILING = 512 * 1024 * 1024
/** A watch-list entry with its place in the index, about. */
const BYTES_AN_ENTRY = 600

const UPKEEP: Upkeep = {
  few: 1000,
  renewedFrom: 250,
  mostBeside: 2000,
  compileWith: compileAside,
  sample: recentFacts,
  failed: (err, what) => logger.error({ err, ...what }, 'profiles could not be compiled aside'),
}

/** An engine and what it follows from. */
interface Loaded {
  readonly moment: Moment
  /** What of the state is not said by the profiles, as one text. */
  readonly rest: string
  readonly pluginsText: string
  readonly registry: IndicatorRegistry
  readonly lists: ReadonlyMap<string, ReferenceListEdition>
  readonly watchLists: EngineState['watchLists']
  readonly engine: Engine
}

const engines = new TenantCache<Loaded>(200, {
  ceiling: MEMORY_CEILING,
  bytesOf: ({ engine }) => engine.evaluator.bytes + engine.index.size * BYTES_AN_ENTRY,
})

/**
 * The engine of the current administration as of this moment: what was written since it was last asked for is read and stands beside
 * what it had. Its versions name what it holds, not what the database says. Never called in a unit that changes profiles, lists or
 * plugins: if that is rolled back, the engine has seen what never was.
 */
export async function loadEngine(): Promise<Engine> {
  return (await engines.next(loadedAfter)).engine
}

async function loadedAfter(last: Loaded | null): Promise<Loaded> {
  const state = await readEngineState(last?.moment ?? null)
  const kept = state.sinceMoment ? last : null
  const pluginsText = canonicalJson(pinned(state.plugins))
  const registry = kept?.pluginsText === pluginsText ? kept.registry : registryOf(state.plugins)
  const profiles = await liveProfilesAfter(
    kept?.engine.profiles ?? null,
    await readChanges(state.changed),
    registry,
    UPKEEP
  )
  const rest = restOf(state, pluginsText)
  if (kept !== null && profiles === kept.engine.profiles && rest === kept.rest) return { ...kept, moment: state.moment }
  const lists = await listsAfter(kept, state)
  return {
    moment: state.moment,
    rest,
    pluginsText,
    registry,
    lists,
    watchLists: state.watchLists,
    engine: engineOf(state, profiles, lists, await indexAfter(kept, state)),
  }
}

/** The administration's own country chooses among filing rules: it is part of what an engine follows from. */
const restOf = ({ settings, lists, watchLists }: EngineState, pluginsText: string): string =>
  canonicalJson([settings, lists, watchLists, pluginsText, tenancy.current().administration.country])

const pinned = (plugins: readonly EnabledPlugin[]): EngineVersions['plugins'] =>
  Object.fromEntries(plugins.map(({ plugin, settings }) => [plugin.id, { version: plugin.version, settings }]))

async function listsAfter(kept: Loaded | null, { lists }: EngineState): Promise<Loaded['lists']> {
  const isKept = ([code, edition]: [string, number]) => kept?.lists.get(code)?.edition === edition
  const read = await editions(Object.fromEntries(Object.entries(lists).filter((each) => !isKept(each))))
  return new Map(
    Object.keys(lists).flatMap((code) => {
      const list = read.get(code) ?? kept?.lists.get(code)
      return list === undefined ? [] : [[code, list] as const]
    })
  )
}

async function indexAfter(kept: Loaded | null, { watchLists }: EngineState): Promise<ExactIndex> {
  const isGone = (code: string) => watchLists[code] === undefined
  const before = kept === null || Object.keys(kept.watchLists).some(isGone) ? null : kept
  const { came, went } = await readEntries(before?.watchLists ?? {}, watchLists)
  return before === null ? new ExactIndex(came) : before.engine.index.with(came, went, watchLists)
}

function engineOf(
  { plugins, settings, lists: listEditions, watchLists }: EngineState,
  profiles: LiveProfiles,
  lists: Loaded['lists'],
  index: ExactIndex
): Engine {
  const cuts = {
    medium: settings?.medium_cut ?? 50,
    high: settings?.high_cut ?? 100,
    alert: settings?.alert_threshold ?? 50,
  }
  return {
    evaluator: profiles.evaluator,
    lists: { get: (code) => lists.get(code) ?? null },
    index,
    cuts,
    caps: DEFAULT_CAPS,
    plugins,
    currency: tenancy.current().administration.currency,
    filing: { rules: filingRules(plugins), leadHours: settings?.filing_lead_hours ?? 24 },
    versions: {
      engine: ENGINE_VERSION,
      profiles: profiles.names.recorded(),
      lists: listEditions,
      watchLists,
      cuts,
      caps: DEFAULT_CAPS,
      plugins: pinned(plugins),
    },
    profiles,
  }
}
