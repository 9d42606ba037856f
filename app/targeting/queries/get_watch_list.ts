import { firstRow } from '#platform/tenancy/database'

export interface WatchListHead {
  id: string
  code: string
  name: string
  description: string | null
  edition: number
  changedAt: Date
}

/** A live list without its entries, or `null`. */
export async function getWatchList(id: string): Promise<WatchListHead | null> {
  return firstRow<WatchListHead>(
    `select l.id, l.code, l.name, l.description, l.edition,
            greatest(l.created_at, max(e.created_at), max(e.withdrawn_at)) as "changedAt"
       from tenant.watch_lists l
       left join tenant.watch_list_entries e on e.tenant_id = l.tenant_id and e.watch_list_id = l.id
      where l.id = ? and l.state = 'live'
      group by l.tenant_id, l.id`,
    [id]
  )
}
