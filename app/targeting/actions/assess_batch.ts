import type { FactKey } from '#core/facts/catalogue'
import { filingTermsOf } from '#app/intake/published'
import { historyOf, loadRevisionsForAssessment } from '#app/cargo_register/published'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { reportHealth } from '#platform/database/health'
import { notifyLive } from '#platform/live/notify'
import { afterCommit, execute, rows, unitOfWork } from '#platform/tenancy/database'
import { loadEngine, type Engine } from '../queries/load_engine.js'
import { batchDigest } from '../record_hash.js'
import { raiseAlerts } from './raise_alerts.js'
import { storeAssessments, type Assessed } from './store_assessments.js'
import { weighRevision } from './weigh_revision.js'

export interface AssessmentRequest {
  id: string
  consignment_id: string
  revision_id: string
  because: string
}

/** By the last bit of the consignment's id. */
export type Half = 0 | 1

/**
 * Weighs the oldest waiting revisions and stores everything that follows in one unit: the
 * assessment, where the consignment stands, alerts, notifications, and the end of the request.
 * A crash leaves either all of it or the request. Returns how many were taken. Two may be at it at once, each at
 * its half: a consignment is always in the same one, so that its revisions are weighed in their order.
 */
export async function assessBatch(most: number, half: Half | null = null): Promise<number> {
  return unitOfWork(
    async () => {
      const requests = await rows<AssessmentRequest>(
        `select id, consignment_id, revision_id, because from tenant.assessment_requests
          where ?::int is null or get_byte(uuid_send(consignment_id), 15) & 1 = ?::int
          order by requested_at, id limit ? for update skip locked`,
        [half, half, most]
      )
      if (requests.length === 0) return 0
      const assessed = await weighAll(requests)
      const batch = uuidv7()
      const records = await storeAssessments(assessed, batch)
      await raiseAlerts(assessed)
      await recordAction({
        action: 'assessments.stored',
        subject: { kind: 'assessments', id: batch },
        data: { assessments: records.length, digest: batchDigest(records) },
      })
      await execute(`delete from tenant.assessment_requests where id = any (?::uuid[])`, [
        `{${requests.map((each) => each.id).join(',')}}`,
      ])
      // One event a ship, so that officers of each port hear of theirs.
      const told = new Map(assessed.map(({ revision }) => [revision.callId, revision.consignmentId]))
      for (const id of told.values()) await notifyLive('consignment:assessed', id)
      return requests.length
    },
    { statementTimeoutMs: 60_000, planned: true }
  )
}

async function weighAll(requests: readonly AssessmentRequest[]): Promise<Assessed[]> {
  const engine = await loadEngine()
  await reportRenewal(engine)
  const revisions = await loadRevisionsForAssessment(requests.map((each) => each.revision_id))
  const byId = new Map(revisions.map((each) => [each.revisionId, each]))
  const histories = await historyOf(revisions)
  const terms = await filingTermsOf(revisions.map((each) => each.messageId))
  const now = Date.now()
  return requests.flatMap((request) => {
    const revision = byId.get(request.revision_id)
    if (!revision) return []
    const history = histories.get(revision.consignmentId)!
    return [
      {
        request,
        revision,
        engine,
        weighing: weighRevision(revision, terms.get(revision.messageId) ?? NO_TERMS, history, engine, now),
      },
    ]
  })
}

const reported = new WeakMap<object, number>()

/** What could not be compiled anew goes on as it is; the operators see it. */
async function reportRenewal({ profiles: { base } }: Engine): Promise<void> {
  const { renewal } = base
  const { failures } = renewal
  if (reported.get(renewal) === failures) return
  await reportHealth('engine_renewals_failed', failures)
  await afterCommit(() => reported.set(renewal, failures))
}

const NO_TERMS = { alwaysFiled: new Set<FactKey>(), notCarried: new Set<FactKey>() }
