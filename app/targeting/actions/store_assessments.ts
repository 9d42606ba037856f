import type { AssessmentResult } from '#core/assessment/assessment'
import type { RevisionForAssessment } from '#app/cargo_register/published'
import { currentKey } from '#platform/crypto/data_keys'
import { seal } from '#platform/crypto/envelope'
import { uuidv7 } from '#platform/database/uuid'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { ProfilePage } from '../engine/profile_names.js'
import type { Engine } from '../queries/load_engine.js'
import { packJson } from '../packed_json.js'
import { recordHash, versionsHash } from '../record_hash.js'
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
    result: packJson(JSON.stringify(weighing.result)).toString('base64'),
    ...citedBy(weighing.result),
    facts_hash: weighing.factsHash,
    facts: seal(packJson(weighing.factsText), key, assessmentId!, kid).toString('base64'),
    versions_hash: versionsHash(engine.versions),
    assessed_at: new Date(weighing.at).toISOString(),
    record_hash: recordHash({
      id: assessmentId!,
      revisionId: revision.revisionId,
      at: weighing.at,
      factsHash: weighing.factsHash,
      versionsHash: versionsHash(engine.versions),
    }),
    duration_us: weighing.durationUs,
    call_id: revision.callId,
    reasons: shownReasons(weighing),
  }))
  await keepVersions(assessed)
  await execute(
    `insert into tenant.assessments (tenant_id, id, consignment_id, revision_id, revision, because, score, up_to, band, result, facts_hash, facts, versions_hash, duration_us, assessed_at,
       record_hash, cited_profiles, matched_entries, batch_id)
     select ?, id, consignment_id, revision_id, revision, because, score, up_to, band, decode(result, 'base64'), facts_hash, decode(facts, 'base64'), versions_hash,
       duration_us, assessed_at, record_hash, cited_profiles, matched_entries, ?
       from json_to_recordset(?::json) as r (id uuid, consignment_id uuid, revision_id uuid, revision int, because text, score int, up_to int,
            band text, result text, facts_hash text, facts text, versions_hash text, duration_us int, cited_profiles uuid[], matched_entries uuid[], assessed_at timestamptz, record_hash text)`,
    [tenant, batch, JSON.stringify(records)]
  )
  await execute(
    `insert into tenant.standings (tenant_id, consignment_id, call_id, revision, assessment_id, score, up_to, band, reasons, assessed_at)
     select distinct on (consignment_id) ?::uuid, consignment_id, call_id, revision, id, score, up_to, band, reasons, now()
       from json_to_recordset(?::json) as r (id uuid, consignment_id uuid, call_id uuid, revision int, score int, up_to int, band text, reasons jsonb)
      order by consignment_id, revision desc
     on conflict (tenant_id, consignment_id) do update set call_id = excluded.call_id, revision = excluded.revision,
       assessment_id = excluded.assessment_id, score = excluded.score, up_to = excluded.up_to, band = excluded.band,
       reasons = excluded.reasons, assessed_at = excluded.assessed_at
     where standings.revision <= excluded.revision`,
    [tenant, JSON.stringify(records.map(({ facts: _facts, result: _result, ...small }) => small))]
  )
  return records.map(({ id, record_hash, score }) => ({ id: id!, record_hash, score }))
}

/** What lists of profiles and watch lists count by. */
const citedBy = ({ reasons, matches }: AssessmentResult) => ({
  cited_profiles: [...new Set(reasons.flatMap(({ profiles }) => profiles.map(({ profile }) => profile)))],
  matched_entries: [...new Set(matches.map(({ entry }) => entry.id))],
})

/** Thousands of assessments name the same versions: they stand once. */
async function keepVersions(assessed: readonly Assessed[]): Promise<void> {
  for (const { versions, profiles } of new Set(assessed.map(({ engine }) => engine))) {
    const isNew = await keep(new Map([[versionsHash(versions), versions]]))
    const pages = profiles.names.recordedPages()
    if (isNew && pages.size > 0) await keepPages(pages)
  }
}

/** Of the pages of tens of thousands of profiles, nearly all stand there already. */
async function keepPages(pages: ReadonlyMap<string, ProfilePage>): Promise<void> {
  const missing = await rows<{ hash: string }>(
    `select hash from unnest(?::text[]) as p (hash)
      where not exists (select from tenant.engine_versions v where v.hash = p.hash)`,
    [[...pages.keys()]]
  )
  await keep(new Map(missing.map(({ hash }) => [hash, pages.get(hash)!])))
}

/** Whether any of it was new. */
const keep = async (texts: ReadonlyMap<string, object>): Promise<boolean> =>
  texts.size > 0 &&
  (await execute(
    `insert into tenant.engine_versions (tenant_id, hash, versions)
     select ?::uuid, key, value from jsonb_each(?::jsonb) order by key on conflict do nothing`,
    [tenancy.current().administration.id, JSON.stringify(Object.fromEntries(texts))]
  )) > 0

function shownReasons({ result }: Weighing) {
  const strongest = [...result.reasons]
    .sort((a, b) => b.counted - a.counted || (a.code < b.code ? -1 : 1))
    .slice(0, SHOWN_REASONS)
  return {
    shown: strongest.map(({ title, titleParams }) => ({ key: title, params: titleParams })),
    more: Math.max(0, result.reasons.length - SHOWN_REASONS),
  }
}
