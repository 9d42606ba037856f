import { rows } from '#platform/tenancy/database'

/** Officers of the roles that are told of alerts of this threat; `ALL` stands for every threat. */
export async function listDesignated(threats: readonly string[]): Promise<Map<string, string[]>> {
  const found = await rows<{ threat: string; officers: string[] }>(
    `select t.threat, array_agg(distinct x.officer_id) as officers from unnest(?::text[]) as t (threat)
       join tenant.alert_designations d on d.threat in (t.threat, 'ALL')
       join tenant.officer_roles x on x.role_id = d.role_id
      group by t.threat`,
    [`{${threats.join(',')}}`]
  )
  return new Map(found.map(({ threat, officers }) => [threat, officers]))
}
