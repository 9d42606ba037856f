import { compile } from '#core/engine/compile'
import { Engine as Evaluator } from '#core/engine/engine'
import { ExactIndex } from '#core/matching/exact_index'
import { pluginRegistry } from '#platform/plugins/registry'
import { rows } from '#platform/tenancy/database'
import { registryOf } from '../indicator_registries.js'
import { toEntry, type EntryRow } from '../watch_list_entry_row.js'
import { ENGINE_VERSION, type Engine, type EngineVersions } from './load_engine.js'
import { editions, revisions, revisionsNamed } from './read_revisions.js'

export type EngineAt = Pick<Engine, 'evaluator' | 'lists' | 'index' | 'cuts' | 'caps'>

/** What of the versions is no longer to be had, e.g. `plugin guatemala 0.1.0`. */
export interface VersionsGone {
  readonly gone: readonly string[]
}

/** The engine as it was with these versions, from the revisions and editions that are kept. */
export async function engineAt(versions: EngineVersions): Promise<EngineAt | VersionsGone> {
  const plugins = Object.entries(versions.plugins).map(([id, { version, settings }]) => ({
    id,
    version,
    settings,
    plugin: pluginRegistry.get(id),
  }))
  const named = await revisionsNamed(versions.profiles)
  const profiles = await revisions(named.revisions.map(({ id }) => id))
  const found = new Set(profiles.map(({ id }) => id))
  const lists = await editions(versions.lists)
  const gone = [
    ...(versions.engine === ENGINE_VERSION ? [] : [`engine ${String(versions.engine)}`]),
    ...plugins
      .filter(({ plugin, version }) => plugin?.version !== version)
      .map((each) => `plugin ${each.id} ${each.version}`),
    ...named.goneOrAltered.map((hash) => `page of profiles ${hash}`),
    ...named.revisions.filter(({ id }) => !found.has(id)).map(({ id }) => `profile revision ${id}`),
    ...Object.keys(versions.lists)
      .filter((code) => !lists.has(code))
      .map((code) => `list ${code} ${versions.lists[code]}`),
  ]
  if (gone.length > 0) return { gone }
  return {
    evaluator: new Evaluator(
      compile(profiles),
      profiles,
      registryOf(plugins.flatMap(({ plugin, settings }) => (plugin ? [{ plugin, settings }] : [])))
    ),
    lists: { get: (code) => lists.get(code) ?? null },
    index: new ExactIndex(await entries(versions.watchLists)),
    cuts: versions.cuts,
    caps: versions.caps,
  }
}

/** Entries that were part of these editions: brought by one of them or an earlier one, and not ended by then. */
async function entries(wanted: EngineVersions['watchLists']) {
  const found = await rows<EntryRow>(
    `select e.id, l.code as list, w.edition::int as edition, e.kind, e.value, e.reason, e.valid_from, e.valid_until
       from json_each_text(?::json) as w (code, edition)
       join tenant.watch_lists l on l.code = w.code
       join tenant.watch_list_entries e on e.tenant_id = l.tenant_id and e.watch_list_id = l.id
      where e.from_edition <= w.edition::int and (e.to_edition is null or e.to_edition > w.edition::int)`,
    [JSON.stringify(wanted)]
  )
  return found.map(toEntry)
}
