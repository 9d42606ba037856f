import { rows } from '#platform/tenancy/database'

/** Persons who did each act on a case, by whose number four eyes are counted. */
export async function whoDid(caseId: string): Promise<Record<string, string[]>> {
  const did = await rows<{ act: string; persons: string[] }>(
    `select e.act, array_agg(distinct coalesce(o.same_person_as, o.id)::text) as persons
       from tenant.case_events e join tenant.officers o on o.tenant_id = e.tenant_id and o.id = e.officer_id
      where e.case_id = ? and e.act is not null group by e.act`,
    [caseId]
  )
  return Object.fromEntries(did.map(({ act, persons }) => [act, persons]))
}
