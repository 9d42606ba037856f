import { rows } from '#platform/tenancy/database'

export interface ReasonOutcome {
  kind: 'indicator' | 'profile'
  code: string
  /** Of a profile. */
  name: string | null
  examined: number
  hits: number
}

/** What came of inspections where a reason had fired, most hits first. */
export const listReasonOutcomes = (): Promise<ReasonOutcome[]> =>
  rows(
    `select r.kind, r.code, p.name, r.examined, r.hits from tenant.reason_outcomes r
       left join tenant.profiles p on r.kind = 'profile' and p.id::text = r.code
      order by r.hits desc, r.examined desc, r.kind, r.code limit 100`
  )
