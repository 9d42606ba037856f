import { liveRevision } from '#app/workflows/published'
import type { AssessmentResult, Band } from '#core/assessment/assessment'
import { announce } from '#platform/events/announce'
import { ringBy } from '#platform/queue/doorbell'
import { notifyLive } from '#platform/live/notify'
import { uuidv7 } from '#platform/database/uuid'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { suppressRaised } from './suppress_raised.js'
import type { Assessed } from './store_assessments.js'

interface KnownAlert {
  id: string
  consignment_id: string
  threat: string
  /** Asks for a decision; else it was dismissed, ordered or expired. */
  open: boolean
  band: Band
  score: number
  reason_codes: string
}

const RANK: Record<Band, number> = { low: 0, unknown: 1, medium: 2, high: 3 }

/**
 * One open alert per consignment and threat. A new weighing updates the open one; a closed one
 * returns only with a new reason or a higher band (DECISIONS 17).
 */
export async function raiseAlerts(assessed: readonly Assessed[]): Promise<void> {
  const newest = newestOfEach(assessed)
  const known = await knownAlerts(newest.map((each) => each.revision.consignmentId))
  const raised: AlertRecord[] = []
  const updated: AlertRecord[] = []
  for (const each of newest) {
    const { result } = each.weighing
    const own = known.filter((alert) => alert.consignment_id === each.revision.consignmentId)
    for (const open of own.filter((alert) => alert.open)) {
      updated.push(
        record(open.id, each, open.threat, result.alerts.find((due) => due.threat === open.threat)?.because ?? 'below')
      )
    }
    for (const due of result.alerts) {
      if (own.some((alert) => alert.open && alert.threat === due.threat)) continue
      const closed = own.find((alert) => alert.threat === due.threat)
      if (closed && !saysMore(result, closed)) continue
      raised.push(record(uuidv7(), each, due.threat, due.because))
    }
  }
  await insertAlerts(raised)
  await updateAlerts(updated)
  await announceChanges(updated, known)
}

/** What reads otherwise than before; a weighing that comes to the same is no news. */
async function announceChanges(updated: readonly AlertRecord[], known: readonly KnownAlert[]): Promise<void> {
  const before = new Map(known.map((alert) => [alert.id, alert]))
  const differs = ({ id, band, score, reason_codes: codes }: AlertRecord) => {
    const was = before.get(id)!
    return was.band !== band || was.score !== score || was.reason_codes !== codes
  }
  const higher = updated.filter(({ id, band }) => RANK[band] > RANK[before.get(id)!.band])
  const changed = updated.filter(differs)
  if (higher.length > 0) await announce('alert:band_raised', { alerts: higher.map(({ id }) => id) })
  if (changed.length > 0) await announce('alert:reweighed', { alerts: changed.map(({ id }) => id) })
}

/** Two revisions of one consignment in a batch ask for one alert: that of the later. */
function newestOfEach(assessed: readonly Assessed[]): Assessed[] {
  const newest = new Map<string, Assessed>()
  for (const each of assessed) {
    const known = newest.get(each.revision.consignmentId)
    if (!known || known.revision.revision <= each.revision.revision) newest.set(each.revision.consignmentId, each)
  }
  return [...newest.values()]
}

interface AlertRecord {
  id: string
  call_id: string | null
  consignment_id: string
  threat: string
  assessment_id: string
  because: string
  band: Band
  score: number
  up_to: number
  threat_score: number
  reason_codes: string
}

function record(id: string, each: Assessed, threat: string, because: string): AlertRecord {
  const { result } = each.weighing
  return {
    id,
    call_id: each.revision.callId,
    consignment_id: each.revision.consignmentId,
    threat,
    assessment_id: each.assessmentId!,
    because,
    band: result.band,
    score: result.score,
    up_to: result.upTo,
    threat_score: result.threats.find((known) => known.threat === threat)?.score ?? 0,
    reason_codes: codesOf(result),
  }
}

const codesOf = (result: AssessmentResult) =>
  result.reasons
    .map((reason) => reason.code)
    .sort()
    .join(' ')

function saysMore(result: AssessmentResult, closed: KnownAlert): boolean {
  const before = new Set(closed.reason_codes.split(' '))
  return RANK[result.band] > RANK[closed.band] || result.reasons.some((reason) => !before.has(reason.code))
}

/** Open alerts and the newest closed one of each threat. */
async function knownAlerts(consignmentIds: readonly string[]): Promise<KnownAlert[]> {
  return rows<KnownAlert>(
    `select distinct on (consignment_id, threat, open) id, consignment_id, threat, open, band, score, reason_codes
       from (select *, state in ('new', 'claimed') as open from tenant.alerts where consignment_id = any (?::uuid[])) as a
      order by consignment_id, threat, open, raised_at desc, id`,
    [`{${consignmentIds.join(',')}}`]
  )
}

/** A batch is told by one event a ship, so that officers of each port hear of theirs. */
const oneOfEachCall = (records: readonly AlertRecord[]) => [
  ...new Map(records.map((each) => [each.call_id, each])).values(),
]

const RECORD = `(id uuid, consignment_id uuid, threat text, assessment_id uuid, because text, band text, score int, up_to int, threat_score int, reason_codes text)`

async function insertAlerts(records: readonly AlertRecord[]): Promise<void> {
  if (records.length === 0) return
  const tenant = tenancy.current().administration.id
  const workflow = await liveRevision('alert')
  // Another drain may have raised the same one a moment ago: then that one stands.
  const inserted = await rows<{ id: string }>(
    `insert into tenant.alerts (tenant_id, id, consignment_id, threat, assessment_id, because, band, score, up_to, threat_score, reason_codes, workflow_revision)
     select ?, id, consignment_id, threat, assessment_id, because, band, score, up_to, threat_score, reason_codes, ?::int from jsonb_to_recordset(?::jsonb) as r ${RECORD}
     on conflict (tenant_id, consignment_id, threat) where state in ('new', 'claimed') do nothing returning id`,
    [tenant, workflow, JSON.stringify(records)]
  )
  const ids = new Set(inserted.map((row) => row.id))
  const kept = records.filter((each) => ids.has(each.id))
  if (kept.length > 0) await writeEvents('raised', kept)
  const own = await suppressRaised(kept)
  if (own.length === 0) return
  // Its clock looks when their time to decide comes.
  await ringBy('desk', new Date(Date.now() + 60_000))
  await announce('alert:raised', { alerts: own.map(({ id }) => id) })
  for (const { id } of oneOfEachCall(own)) await notifyLive('alert:raised', id)
}

async function updateAlerts(records: readonly AlertRecord[]): Promise<void> {
  if (records.length === 0) return
  await execute(
    `update tenant.alerts a set assessment_id = r.assessment_id, band = r.band, score = r.score, up_to = r.up_to, threat_score = r.threat_score,
            reason_codes = r.reason_codes, changed_at = now(), version = a.version + 1
       from jsonb_to_recordset(?::jsonb) as r ${RECORD} where a.id = r.id and a.state in ('new', 'claimed')`,
    [JSON.stringify(records)]
  )
  await writeEvents('updated', records)
  for (const { id } of oneOfEachCall(records)) await notifyLive('alert:changed', id)
}

async function writeEvents(kind: 'raised' | 'updated', records: readonly AlertRecord[]): Promise<void> {
  await execute(
    `insert into tenant.alert_events (tenant_id, id, alert_id, kind, assessment_id)
     select ?, uuidv7(), id, ?, assessment_id from jsonb_to_recordset(?::jsonb) as r (id uuid, assessment_id uuid)`,
    [tenancy.current().administration.id, kind, JSON.stringify(records)]
  )
}
