import type { RevisionForAssessment } from '#app/cargo_register/published'
import { currentKey } from '#platform/crypto/data_keys'
import { seal } from '#platform/crypto/envelope'
import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { Engine } from '../queries/load_engine.js'
import { recordHash } from '../record_hash.js'
import type { AssessmentRequest } from './assess_batch.js'
import type { Weighing } from './weigh_revision.js'

export interface Assessed {
  request: AssessmentRequest
  revision: RevisionForAssessment
  engine: Engine
  weighing: Weighing
  /** Set when stored. */
  assessmentId?: string
}

/** Reasons a list row shows. */
const SHOWN_REASONS = 3

/**
 * Writes the assessments with their sealed fact snapshots, and where each consignment stands now.
 * Returns what the audit entry of the batch vouches for.
 */
export async function storeAssessments(assessed: Assessed[], batch: string) {
  if (assessed.length === 0) return []
  const tenant = tenancy.current().administration.id
  const { kid, key } = await currentKey('facts')
  for (const each of assessed) each.assessmentId = uuidv7()
  const records = assessed.map(({ request, revision, weighing, engine, assessmentId }) => ({
    id: assessmentId,
    consignment_id: revision.consignmentId,
    revision_id: revision.revisionId,
    revision: revision.revision,
    because: request.because,
    score: weighing.result.score,
    up_to: weighing.result.upTo,
    band: weighing.result.band,
    result: weighing.result,
    facts_hash: weighing.factsHash,
    facts: seal(Buffer.from(weighing.factsText), key, assessmentId!, kid).toString('base64'),
    versions: engine.versions,
    assessed_at: new Date(weighing.at).toISOString(),
    record_hash: recordHash({
      id: assessmentId!,
      revisionId: revision.revisionId,
      at: weighing.at,
      factsHash: weighing.factsHash,
      versions: engine.versions,
    }),
    duration_us: weighing.durationUs,
    call_id: revision.callId,
    reasons: shownReasons(weighing),
  }))
  await execute(
    `insert into tenant.assessments (tenant_id, id, consignment_id, revision_id, revision, because, score, up_to, band, result, facts_hash, facts, versions, duration_us, assessed_at, record_hash, batch_id)
     select ?, id, consignment_id, revision_id, revision, because, score, up_to, band, result, facts_hash, decode(facts, 'base64'), versions, duration_us, assessed_at, record_hash, ?
       from jsonb_to_recordset(?::jsonb) as r (id uuid, consignment_id uuid, revision_id uuid, revision int, because text, score int, up_to int,
            band text, result jsonb, facts_hash text, facts text, versions jsonb, duration_us int, assessed_at timestamptz, record_hash text)`,
    [tenant, batch, JSON.stringify(records)]
  )
  await execute(
    `insert into tenant.standings (tenant_id, consignment_id, call_id, revision, assessment_id, score, up_to, band, reasons, assessed_at)
     select distinct on (consignment_id) ?::uuid, consignment_id, call_id, revision, id, score, up_to, band, reasons, now()
       from jsonb_to_recordset(?::jsonb) as r (id uuid, consignment_id uuid, call_id uuid, revision int, score int, up_to int, band text, reasons jsonb)
      order by consignment_id, revision desc
     on conflict (tenant_id, consignment_id) do update set call_id = excluded.call_id, revision = excluded.revision,
       assessment_id = excluded.assessment_id, score = excluded.score, up_to = excluded.up_to, band = excluded.band,
       reasons = excluded.reasons, assessed_at = excluded.assessed_at
     where standings.revision <= excluded.revision`,
    [tenant, JSON.stringify(records.map(({ facts: _facts, result: _result, versions: _versions, ...small }) => small))]
  )
  return records.map(({ id, record_hash, score }) => ({ id: id!, record_hash, score }))
}

function shownReasons({ result }: Weighing) {
  const strongest = [...result.reasons]
    .sort((a, b) => b.counted - a.counted || (a.code < b.code ? -1 : 1))
    .slice(0, SHOWN_REASONS)
  return {
    shown: strongest.map(({ title, titleParams }) => ({ key: title, params: titleParams })),
    more: Math.max(0, result.reasons.length - SHOWN_REASONS),
  }
}
