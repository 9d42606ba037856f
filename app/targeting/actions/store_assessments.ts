import type { AssessmentResult } from '#core/assessment/assessment'
import type { RevisionForAssessment } from '#app/cargo_register/published'
import { currentKey } from '#platform/crypto/data_keys'
import { seal } from '#platform/crypto/envelope'
import { slicesOf } from '#platform/database/slices'
import { uuidv7 } from '#platform/database/uuid'
import { afterCommit, execute, rows } from '#platform/tenancy/database'
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
    id: assessmentId!,
    consignment_id: revision.consignmentId,
    revision_id: revision.revisionId,
    revision: revision.revision,
    because: request.because,
    score: weighing.result.score,
    up_to: weighing.result.upTo,
    band: weighing.result.band,
    result: packJson(JSON.stringify(weighing.result)),
    ...citedBy(weighing.result),
    facts_hash: weighing.factsHash,
    facts: seal(packJson(weighing.factsText), key, assessmentId!, kid),
    versions_hash: versionsHash(engine.versions),
    assessed_at: new Date(weighing.at),
    record_hash: recordHash({
      id: assessmentId!,
      revisionId: revision.revisionId,
      at: weighing.at,
      factsHash: weighing.factsHash,
      versionsHash: versionsHash(engine.versions),
    }),
    duration_us: weighing.durationUs,
    call_id: revision.callId,
    reasons: JSON.stringify(shownReasons(weighing)),
  }))
  await keepVersions(assessed)
  const results = slicesOf(records.map(({ result }) => result))
  const facts = slicesOf(records.map((each) => each.facts))
  const column = <K extends keyof (typeof records)[number]>(name: K) => records.map((record) => record[name])
  await execute(
    `insert into tenant.assessments (tenant_id, id, consignment_id, revision_id, revision, because, score, up_to, band, result, facts_hash, facts, versions_hash, duration_us, assessed_at,
       record_hash, cited_profiles, matched_entries, batch_id)
     select b.tenant, r.id, r.consignment_id, r.revision_id, r.revision, r.because, r.score, r.up_to, r.band, substring(b.results from r.result_at for r.result_length), r.facts_hash,
       substring(b.facts from r.facts_at for r.facts_length), r.versions_hash, r.duration_us, r.assessed_at, r.record_hash, r.cited_profiles::uuid[], r.matched_entries::uuid[], b.batch
       from (select ?::uuid as tenant, ?::uuid as batch, ?::bytea as results, ?::bytea as facts) b,
            unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::text[], ?::int[], ?::int[], ?::text[], ?::int[], ?::int[], ?::text[], ?::int[], ?::int[], ?::text[], ?::int[],
              ?::timestamptz[], ?::text[], ?::text[], ?::text[])
              as r (id, consignment_id, revision_id, revision, because, score, up_to, band, result_at, result_length, facts_hash, facts_at, facts_length, versions_hash, duration_us,
                assessed_at, record_hash, cited_profiles, matched_entries)`,
    [
      tenant,
      batch,
      results.all,
      facts.all,
      column('id'),
      column('consignment_id'),
      column('revision_id'),
      column('revision'),
      column('because'),
      column('score'),
      column('up_to'),
      column('band'),
      results.at,
      results.length,
      column('facts_hash'),
      facts.at,
      facts.length,
      column('versions_hash'),
      column('duration_us'),
      column('assessed_at'),
      column('record_hash'),
      column('cited_profiles'),
      column('matched_entries'),
    ]
  )
  const newest = newestOfEach(records)
  await execute(
    `insert into tenant.standings (tenant_id, consignment_id, call_id, revision, assessment_id, score, up_to, band, reasons, assessed_at)
     select ?::uuid, r.*, now() from unnest(?::uuid[], ?::uuid[], ?::int[], ?::uuid[], ?::int[], ?::int[], ?::text[], ?::jsonb[])
       as r (consignment_id, call_id, revision, id, score, up_to, band, reasons)
     on conflict (tenant_id, consignment_id) do update set call_id = excluded.call_id, revision = excluded.revision,
       assessment_id = excluded.assessment_id, score = excluded.score, up_to = excluded.up_to, band = excluded.band,
       reasons = excluded.reasons, assessed_at = excluded.assessed_at
     where standings.revision <= excluded.revision`,
    [
      tenant,
      newest.map((each) => each.consignment_id),
      newest.map((each) => each.call_id),
      newest.map((each) => each.revision),
      newest.map((each) => each.id),
      newest.map((each) => each.score),
      newest.map((each) => each.up_to),
      newest.map((each) => each.band),
      newest.map((each) => each.reasons),
    ]
  )
  return records.map(({ id, record_hash, score }) => ({ id, record_hash, score }))
}

/** Of several revisions of one consignment in a batch the last stands. */
function newestOfEach<R extends { consignment_id: string; revision: number }>(records: readonly R[]): R[] {
  const newest = new Map<string, R>()
  for (const record of records) {
    const known = newest.get(record.consignment_id)
    if (!known || known.revision <= record.revision) newest.set(record.consignment_id, record)
  }
  return [...newest.values()]
}

/** What lists of profiles and watch lists count by; arrays as PostgreSQL writes them. */
const citedBy = ({ reasons, matches }: AssessmentResult) => ({
  cited_profiles: arrayOf(reasons.flatMap(({ profiles }) => profiles.map(({ profile }) => profile))),
  matched_entries: arrayOf(matches.map(({ entry }) => entry.id)),
})

const arrayOf = (ids: readonly string[]) => `{${[...new Set(ids)].join(',')}}`

/** Versions that this process knows to be kept; they are never deleted. */
const kept = new WeakSet<Engine['versions']>()

/** Thousands of assessments name the same versions: they stand once. */
async function keepVersions(assessed: readonly Assessed[]): Promise<void> {
  for (const { versions, profiles } of new Set(assessed.map(({ engine }) => engine))) {
    if (kept.has(versions)) continue
    const isNew = await keep(new Map([[versionsHash(versions), versions]]))
    const pages = profiles.names.recordedPages()
    if (isNew && pages.size > 0) await keepPages(pages)
    await afterCommit(() => kept.add(versions))
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
