import { firstRow, rows } from '#platform/tenancy/database'
import { ENABLED_PLUGINS, pluginsOfRows, type EnabledPlugin, type EnabledRow } from '#platform/plugins/enabled_plugins'
import type { WatchListEntry } from '#core/matching/watch_list'
import type { ProfileRevision } from '#core/profiles/document'
import type { Changes } from '../engine/changes.js'
import { toEntry, type EntryRow } from '../watch_list_entry_row.js'
import { revisions } from './read_revisions.js'

/** Editions in force, by the code of their list. */
export type Editions = Readonly<Record<string, number>>

/** Which moment of which database an engine knows: what was written later is asked for. */
export interface Moment {
  /** Of a server that was started again, or of another one, nothing is taken for known. */
  readonly server: string
  readonly snapshot: string
}

/** What an engine is made of, all of it as it stood at one moment. */
export interface EngineState {
  readonly moment: Moment
  readonly plugins: readonly EnabledPlugin[]
  readonly settings: Settings | null
  readonly lists: Editions
  readonly watchLists: Editions
  /** False: everything was read, and what is not among the changes is not live. */
  readonly sinceMoment: boolean
  /** Profiles written since the moment asked about: the revision that is live now, if one is. */
  readonly changed: readonly { readonly profile: string; readonly revision: string | null }[]
}

export interface Settings {
  readonly medium_cut: number
  readonly high_cut: number
  readonly alert_threshold: number
  readonly filing_lead_hours: number
}

/**
 * One statement, so that a batch pays for one look: what is new since a moment is found by the transactions that the snapshot did not
 * see (migration 0061), whatever the order in which they committed.
 *
 * A batch asks after it locked its requests, in a statement of its own: a request that was made again while it waited for the lock
 * belongs to a change that the snapshot of the locking statement may not hold.
 */
export async function readEngineState(since: Moment | null): Promise<EngineState> {
  const row = (await firstRow<StateRow>(STATE, [since?.server ?? null, since?.snapshot ?? null]))!
  return {
    moment: { server: row.server, snapshot: row.snapshot },
    plugins: pluginsOfRows(row.plugins ?? []),
    settings: row.settings,
    lists: row.lists ?? {},
    watchLists: row.watch_lists ?? {},
    sinceMoment: row.since_moment,
    changed: row.changed ?? [],
  }
}

interface StateRow {
  server: string
  snapshot: string
  since_moment: boolean
  plugins: EnabledRow[] | null
  settings: Settings | null
  lists: Editions | null
  watch_lists: Editions | null
  changed: { profile: string; revision: string | null }[] | null
}

// A row that came with a backup may name a transaction that this server has not reached yet: it is older than the server.
const STATE = `
  with now as materialized (
    select pg_postmaster_start_time()::text || ' ' || current_database() as server, pg_current_snapshot() as snapshot),
  asked as materialized (
    select s.server = now.server and s.server is not null as holds, s.snapshot from (select ?::text as server, ?::pg_snapshot as snapshot) s, now)
  select now.server, now.snapshot::text as snapshot, asked.holds as since_moment,
    (select json_agg(p) from (${ENABLED_PLUGINS}) p) as plugins,
    (select to_json(s) from (select medium_cut, high_cut, alert_threshold, filing_lead_hours from tenant.settings) s) as settings,
    (select json_object_agg(code, edition order by code) from tenant.reference_lists) as lists,
    (select json_object_agg(code, edition order by code) from tenant.watch_lists where state = 'live') as watch_lists,
    case when asked.holds then (
      select json_agg(json_build_object('profile', p.id, 'revision', r.id))
        from tenant.profiles p
        left join tenant.profile_revisions r
          on r.tenant_id = p.tenant_id and r.profile_id = p.id and r.revision = p.live_revision and p.state = 'live'
       where p.changed_in >= pg_snapshot_xmin(asked.snapshot) and p.changed_in < pg_snapshot_xmax(now.snapshot)
         and not pg_visible_in_snapshot(p.changed_in, asked.snapshot))
    else (
      select json_agg(json_build_object('profile', p.id, 'revision', r.id))
        from tenant.profiles p
        join tenant.profile_revisions r
          on r.tenant_id = p.tenant_id and r.profile_id = p.id and r.revision = p.live_revision
       where p.state = 'live')
    end as changed
  from now, asked`

/** Documents read at a time, so that no batch of another administration waits for all of them. */
const PORTION = 1000

/** The revisions behind the changes: they never change, so it matters not when they are read. */
export async function readChanges(changed: EngineState['changed']): Promise<Changes> {
  const ids = changed.flatMap(({ revision }) => revision ?? [])
  const read = new Map<string, ProfileRevision>()
  for (let from = 0; from < ids.length; from += PORTION) {
    for (const each of await revisions(ids.slice(from, from + PORTION))) read.set(each.id, each)
  }
  return new Map(changed.map(({ profile, revision }) => [profile, revision === null ? null : read.get(revision)!]))
}

/** Entries of watch lists as of their editions: those in force now and not before, and those in force before and not now. */
export async function readEntries(
  before: Editions,
  now: Editions
): Promise<{ came: WatchListEntry[]; went: WatchListEntry[] }> {
  const changed = Object.entries(now).filter(([code, edition]) => before[code] !== edition)
  if (changed.length === 0) return { came: [], went: [] }
  const found = await rows<EntryRow & { is_now: boolean }>(
    `select e.id, l.code as list, w.now as edition, e.kind, e.value, e.reason, e.valid_from, e.valid_until,
            e.to_edition is null or e.to_edition > w.now as is_now
       from jsonb_to_recordset(?::jsonb) as w (code text, before int, now int)
       join tenant.watch_lists l on l.code = w.code
       join tenant.watch_list_entries e on e.tenant_id = l.tenant_id and e.watch_list_id = l.id
      where (e.from_edition > w.before and e.from_edition <= w.now and (e.to_edition is null or e.to_edition > w.now))
         or (e.from_edition <= w.before and e.to_edition > w.before and e.to_edition <= w.now)`,
    [JSON.stringify(changed.map(([code, edition]) => ({ code, before: before[code] ?? 0, now: edition })))]
  )
  const of = (isNow: boolean) =>
    found.filter((each) => each.is_now === isNow).map(({ is_now: _, ...row }) => toEntry(row))
  return { came: of(true), went: of(false) }
}
