import type { AssessmentResult, Cuts } from '#core/assessment/assessment'
import { unpackJson, type NamedRevisions } from '#app/targeting/published'
import { firstRow } from '#platform/tenancy/database'

export interface AssessmentRecord {
  id: string
  consignment_id: string
  revision_id: string
  revision: number
  score: number
  up_to: number
  band: string
  result: AssessmentResult
  versions: { cuts: Cuts; profiles: NamedRevisions; lists: Record<string, number> }
  assessed_at: Date
  message_id: string
  latest_revision: number
}

const SELECT = `select a.id, a.consignment_id, a.revision_id, a.revision, a.score, a.up_to, a.band, a.result, v.versions, a.assessed_at,
    r.message_id, c.revision as latest_revision
  from tenant.assessments a
  join tenant.consignment_revisions r on r.tenant_id = a.tenant_id and r.id = a.revision_id
  join tenant.consignments c on c.tenant_id = a.tenant_id and c.id = a.consignment_id
  join tenant.engine_versions v on v.tenant_id = a.tenant_id and v.hash = a.versions_hash`

/** The weighing a consignment stands on now. */
export const getCurrentAssessment = (consignmentId: string) =>
  read(
    `${SELECT} join tenant.standings s on s.tenant_id = a.tenant_id and s.assessment_id = a.id where s.consignment_id = ?`,
    consignmentId
  )

export const getAssessment = (id: string) => read(`${SELECT} where a.id = ?`, id)

async function read(sql: string, id: string): Promise<AssessmentRecord | null> {
  const row = await firstRow<Omit<AssessmentRecord, 'result'> & { result: Buffer }>(sql, [id])
  return row && { ...row, result: unpackJson<AssessmentResult>(row.result) }
}
