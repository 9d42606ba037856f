import type { AssessmentResult, Reason } from '#core/assessment/assessment'
import { unpackJson } from '#app/targeting/published'
import { rows } from '#platform/tenancy/database'
import type { CourtAlert, CourtReason } from '../content.js'

interface Row {
  id: string
  bill: string | null
  threat: string
  band: string
  score: number
  up_to: number
  because: string
  raised_at: Date
  assessed_at: Date
  revision: number
  result: Buffer
  versions_hash: string
  record_hash: string | null
}

/** Alerts of a case about this cargo, with the weighing each of them rests on: all reasons, whose counted points sum to the score. */
export async function collectAlerts(caseId: string, consignmentIds: readonly string[]): Promise<CourtAlert[]> {
  const found = await rows<Row>(
    `select a.id, c.reference as bill, a.threat, a.band, w.score, w.up_to, a.because, a.raised_at, w.assessed_at, w.revision, w.result,
            w.versions_hash, w.record_hash
       from tenant.case_alerts g
       join tenant.alerts a on a.tenant_id = g.tenant_id and a.id = g.alert_id
       join tenant.assessments w on w.tenant_id = a.tenant_id and w.id = a.assessment_id
       join tenant.consignments c on c.tenant_id = a.tenant_id and c.id = a.consignment_id
      where g.case_id = ? and a.consignment_id = any(?::uuid[]) order by a.raised_at, a.id`,
    [caseId, consignmentIds]
  )
  const names = await profileNames(caseId)
  return found.map((row) => {
    const result = unpackJson<AssessmentResult>(row.result)
    return {
      id: row.id,
      bill: row.bill,
      threat: row.threat,
      band: row.band,
      score: row.score,
      upTo: row.up_to,
      because: row.because,
      raisedAt: row.raised_at.toISOString(),
      assessedAt: row.assessed_at.toISOString(),
      revision: row.revision,
      reasons: result.reasons.map((reason) => reasonOf(reason, names)),
      unknowns: result.unknowns.length + result.furtherUnknowns.reduce((sum, { count }) => sum + count, 0),
      versionsHash: row.versions_hash,
      recordHash: row.record_hash,
    }
  })
}

const reasonOf = (reason: Reason, names: ReadonlyMap<string, string>): CourtReason => ({
  code: reason.code,
  version: reason.version,
  title: { key: reason.title, params: reason.titleParams },
  layer: reason.layer,
  points: reason.points,
  counted: reason.counted,
  because: reason.evidence.map(({ because, params }) => ({ key: because, params })),
  paths: [...new Set(reason.evidence.flatMap(({ paths }) => paths))],
  lists: reason.evidence.flatMap(({ list }) => (list ? [{ ...list }] : [])),
  profiles: reason.profiles.map(({ profile, revision }) => ({ name: names.get(profile) ?? profile, revision })),
})

const profileNames = async (caseId: string): Promise<Map<string, string>> => {
  const found = await rows<{ id: string; name: string }>(
    `select distinct p.id, p.name from tenant.case_alerts g
       join tenant.alerts a on a.tenant_id = g.tenant_id and a.id = g.alert_id
       join tenant.assessments w on w.tenant_id = a.tenant_id and w.id = a.assessment_id
       join tenant.profiles p on p.tenant_id = w.tenant_id and p.id = any(w.cited_profiles)
      where g.case_id = ?`,
    [caseId]
  )
  return new Map(found.map(({ id, name }) => [id, name]))
}
