import { rows } from '#platform/tenancy/database'
import { countListMatches } from './count_list_matches.js'

export interface WatchListRow {
  id: string
  code: string
  name: string
  description: string | null
  edition: number
  /** Entries in force or to come. */
  entries: number
  /** Of these, how many end within 30 days. */
  expiring: number
  /** Open alerts that carry a match of the list. */
  matches: number
  changedAt: Date
}

/** Live lists by name; at most 500. */
export async function listWatchLists(): Promise<WatchListRow[]> {
  const lists = await rows<Omit<WatchListRow, 'matches'>>(
    `select l.id, l.code, l.name, l.description, l.edition,
            count(e.id) filter (where e.to_edition is null and (e.valid_until is null or e.valid_until > now()))::int as entries,
            count(e.id) filter (where e.to_edition is null and e.valid_until > now() and e.valid_until <= now() + interval '30 days')::int as expiring,
            greatest(l.created_at, max(e.created_at), max(e.withdrawn_at)) as "changedAt"
       from tenant.watch_lists l
       left join tenant.watch_list_entries e on e.tenant_id = l.tenant_id and e.watch_list_id = l.id
      where l.state = 'live'
      group by l.tenant_id, l.id
      order by l.name, l.id limit 500`
  )
  const matches = await countListMatches()
  return lists.map((list) => ({ ...list, matches: matches.lists.get(list.code) ?? 0 }))
}
