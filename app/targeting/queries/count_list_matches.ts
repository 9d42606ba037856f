import { rows } from '#platform/tenancy/database'

/** How many open alerts carry a match, by code of the list and by id of the entry. */
export async function countListMatches(): Promise<{ lists: Map<string, number>; entries: Map<string, number> }> {
  const found = await rows<{ list: string; entry: string | null; alerts: number }>(
    `select l.code as list, e.id as entry, count(distinct a.id)::int as alerts
       from tenant.alerts a
       join tenant.assessments w on w.tenant_id = a.tenant_id and w.id = a.assessment_id
      cross join lateral unnest(w.matched_entries) as m (entry)
       join tenant.watch_list_entries e on e.tenant_id = a.tenant_id and e.id = m.entry
       join tenant.watch_lists l on l.tenant_id = e.tenant_id and l.id = e.watch_list_id
      where a.state in ('new', 'claimed')
      group by grouping sets ((l.code), (l.code, e.id))`
  )
  const counts = (of: typeof found, name: (row: (typeof found)[number]) => string) =>
    new Map(of.map((row) => [name(row), row.alerts]))
  return {
    lists: counts(
      found.filter((row) => row.entry === null),
      (row) => row.list
    ),
    entries: counts(
      found.filter((row) => row.entry !== null),
      (row) => row.entry ?? ''
    ),
  }
}
