import { DEFAULT_CAPS } from '#core/indicators/definition'
import type { Cuts } from '#core/assessment/assessment'
import type { ReferenceListEdition, ReferenceLists } from '#core/indicators/reference_lists'
import { compile } from '#core/engine/compile'
import { Engine as Evaluator } from '#core/engine/engine'
import { ExactIndex } from '#core/matching/exact_index'
import type { MatchKind, WatchListEntry } from '#core/matching/watch_list'
import type { ProfileDocument, ProfileRevision } from '#core/profiles/document'
import { enabledPlugins, type EnabledPlugin } from '#platform/plugins/enabled_plugins'
import { filingRules, type FilingRule } from '#platform/plugins/filing_rules'
import { firstRow, rows } from '#platform/tenancy/database'
import { TenantCache } from '#platform/tenancy/tenant_cache'
import type { Mode, SettingValues } from '#sdk'
import { registryOf } from '../indicator_registries.js'

/** Everything an assessment is made with, and the versions that say so. */
export interface Engine {
  evaluator: Evaluator
  lists: ReferenceLists
  index: ExactIndex
  cuts: Cuts
  caps: typeof DEFAULT_CAPS
  /** Plugins whose facts are derived. */
  plugins: readonly EnabledPlugin[]
  filing: { rules: ReadonlyMap<Mode, FilingRule>; leadHours: number }
  versions: EngineVersions
}

/** Raised when the same inputs could give another result: 2 lists misses of profiles that apply or might alone. */
export const ENGINE_VERSION = 2

export interface EngineVersions {
  engine: typeof ENGINE_VERSION
  profiles: { id: string; revision: number }[]
  lists: Record<string, number>
  watchLists: Record<string, number>
  cuts: Cuts
  caps: typeof DEFAULT_CAPS
  /** Enabled plugins with the settings that their facts and deadlines were made with. */
  plugins: Record<string, { version: string; settings: SettingValues }>
}

/** What compiled profiles of all administrations may take in a process; the one in use is kept whatever it takes. */
const MEMORY_CEILING = 512 * 1024 * 1024

const engines = new TenantCache<Engine>(200, { ceiling: MEMORY_CEILING, bytesOf: ({ evaluator }) => evaluator.bytes })

/**
 * The engine of the current administration, rebuilt only when something in it has a new version.
 * What changes while it is read is noticed: an assessment never names a version it did not use.
 */
export async function loadEngine(): Promise<Engine> {
  for (;;) {
    const before = await loadVersions()
    const engine = await engines.get(fingerprint(before), () => build(before))
    if (fingerprint(await loadVersions()) === fingerprint(before)) return engine
  }
}

interface Versions {
  plugins: EnabledPlugin[]
  settings: SettingsRow | null
  versions: { kind: string; code: string; edition: number }[]
}

async function loadVersions(): Promise<Versions> {
  const plugins = await enabledPlugins()
  const settings = await firstRow<SettingsRow>(
    `select medium_cut, high_cut, alert_threshold, filing_lead_hours from tenant.settings`
  )
  const versions = await rows<{ kind: string; code: string; edition: number }>(
    `select 'profile' as kind, id::text as code, live_revision as edition from tenant.profiles where state = 'live'
     union all select 'list', code, edition from tenant.reference_lists
     union all select 'watch', code, edition from tenant.watch_lists where state = 'live' order by 1, 2`
  )
  return { plugins, settings, versions }
}

interface SettingsRow {
  medium_cut: number
  high_cut: number
  alert_threshold: number
  filing_lead_hours: number
}

const fingerprint = ({ plugins, ...rest }: Versions): string => JSON.stringify({ ...rest, plugins: pinned(plugins) })

const pinned = (plugins: readonly EnabledPlugin[]): EngineVersions['plugins'] =>
  Object.fromEntries(plugins.map(({ plugin, settings }) => [plugin.id, { version: plugin.version, settings }]))

async function build({ plugins, settings, versions }: Versions): Promise<Engine> {
  const profiles = await liveProfiles()
  const lists = await liveLists()
  const editionsOf = (kind: string) =>
    Object.fromEntries(versions.filter((each) => each.kind === kind).map((each) => [each.code, each.edition]))
  const cuts = {
    medium: settings?.medium_cut ?? 50,
    high: settings?.high_cut ?? 100,
    alert: settings?.alert_threshold ?? 50,
  }
  return {
    evaluator: new Evaluator(compile(profiles), profiles, registryOf(plugins)),
    lists: { get: (code) => lists.get(code) ?? null },
    index: new ExactIndex(await liveEntries()),
    cuts,
    caps: DEFAULT_CAPS,
    plugins,
    filing: { rules: filingRules(plugins), leadHours: settings?.filing_lead_hours ?? 24 },
    versions: {
      engine: ENGINE_VERSION,
      profiles: profiles.map(({ id, revision }) => ({ id, revision })),
      lists: editionsOf('list'),
      watchLists: editionsOf('watch'),
      cuts,
      caps: DEFAULT_CAPS,
      plugins: pinned(plugins),
    },
  }
}

async function liveProfiles(): Promise<ProfileRevision[]> {
  return rows<{ id: string; profile: string; name: string; revision: number; document: ProfileDocument }>(
    `select r.id, p.id as profile, p.name, r.revision, r.document
       from tenant.profiles p
       join tenant.profile_revisions r on r.tenant_id = p.tenant_id and r.profile_id = p.id and r.revision = p.live_revision
      where p.state = 'live' order by p.code`
  )
}

async function liveLists(): Promise<Map<string, ReferenceListEdition>> {
  const found = await rows<ReferenceListEdition>(
    `select l.code, l.edition, e.rows
       from tenant.reference_lists l
       join tenant.reference_list_editions e on e.tenant_id = l.tenant_id and e.list_id = l.id and e.edition = l.edition`
  )
  return new Map(found.map((list) => [list.code, list]))
}

/** Entries of the editions in force: brought by one of them and not ended yet. */
async function liveEntries(): Promise<WatchListEntry[]> {
  const found = await rows<{
    id: string
    list: string
    edition: number
    kind: MatchKind
    value: string
    reason: string
    valid_from: Date | null
    valid_until: Date | null
  }>(
    `select e.id, l.code as list, l.edition, e.kind, e.value, e.reason, e.valid_from, e.valid_until
       from tenant.watch_list_entries e
       join tenant.watch_lists l on l.tenant_id = e.tenant_id and l.id = e.watch_list_id
      where l.state = 'live' and e.to_edition is null`
  )
  return found.map(({ valid_from, valid_until, ...entry }) => ({
    ...entry,
    validFrom: valid_from?.getTime() ?? null,
    validUntil: valid_until?.getTime() ?? null,
  }))
}
