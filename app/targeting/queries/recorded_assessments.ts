import type { AssessmentResult } from '#core/assessment/assessment'
import { rows } from '#platform/tenancy/database'
import { unpackJson } from '../packed_json.js'
import type { EngineVersions } from './load_engine.js'

/** An assessment as it was recorded; its facts are read one by one (`readFacts`). */
export interface RecordedAssessment {
  id: string
  revision_id: string
  assessed_at: Date
  result: AssessmentResult
  facts_hash: string
  versions_hash: string
  versions: EngineVersions
  batch_id: string | null
  record_hash: string | null
}

/** A sample of the administration's assessments, the same for the same seed while none is added. */
export const sampleAssessmentIds = async (most: number, seed: number): Promise<string[]> => {
  const found = await rows<{ id: string }>(
    `select id from tenant.assessments order by hashtextextended(id::text, ?::bigint), id limit ?`,
    [seed, most]
  )
  return found.map(({ id }) => id)
}

export async function recordedAssessments(ids: readonly string[]): Promise<RecordedAssessment[]> {
  const found = await rows<Omit<RecordedAssessment, 'result'> & { result: Buffer }>(
    `select a.id, a.revision_id, a.assessed_at, a.result, a.facts_hash, a.versions_hash, v.versions, a.batch_id, a.record_hash
       from tenant.assessments a
       join tenant.engine_versions v on v.tenant_id = a.tenant_id and v.hash = a.versions_hash
      where a.id = any(?::uuid[]) order by a.id`,
    [ids]
  )
  return found.map((row) => ({ ...row, result: unpackJson<AssessmentResult>(row.result) }))
}

export interface BatchMember {
  batch_id: string
  id: string
  record_hash: string
  score: number
}

/** What is left of each batch. */
export const membersOfBatches = (batches: readonly string[]): Promise<BatchMember[]> =>
  rows<BatchMember>(`select batch_id, id, record_hash, score from tenant.assessments where batch_id = any(?::uuid[])`, [
    batches,
  ])
