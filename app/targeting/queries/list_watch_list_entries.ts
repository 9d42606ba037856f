import type { MatchKind } from '#core/matching/watch_list'
import { rows } from '#platform/tenancy/database'
import { countListMatches } from './count_list_matches.js'

export type EntryState = 'active' | 'not_yet' | 'expired' | 'withdrawn'

export interface EntryFilter {
  /** Part of the value or of the reason, any case. */
  q: string | null
  kind: string | null
  state: string | null
  page: number
}

export interface EntryRow {
  id: string
  kind: MatchKind
  value: string
  reason: string
  validFrom: Date | null
  /** First instant it is no longer valid. */
  validUntil: Date | null
  state: EntryState
  addedBy: string | null
  addedAt: Date
  matches: number
}

export const ENTRIES_PER_PAGE = 50

/** Entries of a list, newest first; withdrawn ones only where the filter asks for them. */
export async function listWatchListEntries(
  listId: string,
  filter: EntryFilter
): Promise<{ entries: EntryRow[]; total: number }> {
  const like = filter.q === null ? null : `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
  const found = await rows<Omit<EntryRow, 'matches'> & { total: number }>(
    `select s.*, count(*) over ()::int as total
       from (
         select e.id, e.kind, e.value, e.reason, e.valid_from as "validFrom", e.valid_until as "validUntil",
                case when e.to_edition is not null then 'withdrawn'
                     when e.valid_until <= now() then 'expired'
                     when e.valid_from > now() then 'not_yet'
                     else 'active' end as state,
                o.name as "addedBy", e.created_at as "addedAt"
           from tenant.watch_list_entries e
           left join tenant.officers o on o.tenant_id = e.tenant_id and o.id = e.created_by
          where e.watch_list_id = ?
       ) s
      where (?::text is null or s.value ilike ? or s.reason ilike ?)
        and (?::text is null or s.kind = ?)
        and (s.state = ? or (?::text is null and s.state <> 'withdrawn'))
      order by s."addedAt" desc, s.id desc
      limit ? offset ?`,
    [
      listId,
      like,
      like,
      like,
      filter.kind,
      filter.kind,
      filter.state,
      filter.state,
      ENTRIES_PER_PAGE,
      (filter.page - 1) * ENTRIES_PER_PAGE,
    ]
  )
  const matches = await countListMatches()
  return {
    entries: found.map(({ total: _total, ...entry }) => ({ ...entry, matches: matches.entries.get(entry.id) ?? 0 })),
    total: found[0]?.total ?? 0,
  }
}
