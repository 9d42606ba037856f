import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/**
 * Counts what came of an inspection for every indicator and profile that had fired on the alerts it
 * answered, each once. What is kept are sums: nobody can read from them which order had which reason.
 */
export async function countOutcome(alertIds: readonly string[], hit: boolean): Promise<void> {
  if (alertIds.length === 0) return
  const tenant = tenancy.current().administration.id
  await execute(
    `insert into tenant.reason_outcomes as r (tenant_id, kind, code, examined, hits)
     select ?::uuid, fired.kind, fired.code, 1, ?::int from (
       select distinct 'indicator' as kind, code from tenant.alerts a, unnest(string_to_array(a.reason_codes, ' ')) as code
        where a.id = any (?::uuid[]) and code <> ''
       union select distinct 'profile', cited::text from tenant.alerts a join tenant.assessments s on s.id = a.assessment_id, unnest(s.cited_profiles) as cited
        where a.id = any (?::uuid[])) as fired order by 2, 3
     on conflict (tenant_id, kind, code) do update
       set examined = r.examined + 1, hits = r.hits + excluded.hits, changed_at = now()`,
    [tenant, hit ? 1 : 0, alertIds, alertIds]
  )
}
