import { rows } from '#platform/tenancy/database'

/** How many open alerts carry a match, by code of the list and by id of the entry. */
export async function countListMatches(): Promise<{ lists: Map<string, number>; entries: Map<string, number> }> {
  const found = await rows<{ list: string; entry: string | null; alerts: number }>(
    `select m ->> 'list' as list, m ->> 'id' as entry, count(distinct a.id)::int as alerts
       from tenant.alerts a
       join tenant.assessments w on w.tenant_id = a.tenant_id and w.id = a.assessment_id
      cross join lateral jsonb_path_query(w.result, '$.matches[*].entry') as m
      where a.state in ('new', 'claimed')
      group by grouping sets ((m ->> 'list'), (m ->> 'list', m ->> 'id'))`
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
