import type { Mode } from '#core/cargo/codes'
import type { Instant } from '#core/kernel/instant'
import { uuidv7 } from '#platform/database/uuid'
import { notifyLive } from '#platform/live/notify'
import { execute, firstRow, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { callKeys } from '../call_key.js'
import { findCall } from '../queries/find_call.js'
import { announceCallChanged } from './announce_call_changed.js'
import { addCallEvent } from './add_call_event.js'
import { joinWaitingManifests } from './join_waiting_manifests.js'

/** What somebody tells of a call. Times are Instants. */
export interface CallTold {
  mode: Mode
  meansName: string | null
  imo: string | null
  callSign: string | null
  flag: string | null
  voyage: string | null
  carrierCode: string | null
  carrierName: string | null
  port: string
  previousPort: string | null
  berth: string | null
  eta: Instant | null
  etd: Instant | null
  arrivedAt: Instant | null
  source: 'message' | 'page' | 'file'
  /** When it was told: the filing, or now. */
  toldAt: Instant
  recordedBy: string | null
  messageId: string | null
}

export interface RecordedCall {
  callId: string
  outcome: 'registered' | 'changed' | 'unchanged'
}

interface CallRow {
  means_name: string | null
  imo: string | null
  voyage: string | null
  eta: Date | null
  arrived_at: Date | null
}

/** Registers a call, or brings a known one up to date; manifests that waited for it join. */
export async function recordCall(told: CallTold): Promise<RecordedCall> {
  const keys = callKeys(told)
  await lockKeys(keys)
  const arrival = told.arrivedAt ?? told.eta
  const known = await findCall({ ...told, around: arrival ?? told.toldAt, precision: arrival === null ? 'filing' : 'named' })
  const recorded = known ? await bringUpToDate(known.id, told) : await register(told)
  const fresh = await rememberKeys(recorded.callId, keys)
  if (fresh > 0 || recorded.outcome !== 'unchanged') await joinWaitingManifests(recorded.callId)
  if (recorded.outcome !== 'unchanged') await notifyLive('call:changed', recorded.callId)
  return recorded
}

/** Two units that tell of the same new call take turns. */
async function lockKeys(keys: readonly string[]): Promise<void> {
  const { id } = tenancy.current().administration
  for (const key of [...keys].sort()) {
    await rows(`select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(?, 0))`, [`call/${id}/${key}`])
  }
}

const date = (instant: Instant | null) => (instant === null ? null : new Date(instant))

async function register(told: CallTold): Promise<RecordedCall> {
  const callId = uuidv7()
  await execute(
    `insert into tenant.calls (tenant_id, id, mode, means_name, imo, call_sign, flag, voyage, carrier_code, carrier_name, port,
       previous_port, berth, eta, etd, arrived_at, source, created_at)
     values (?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?, ?::timestamptz)`,
    [
      tenancy.current().administration.id, callId, told.mode, told.meansName, told.imo, told.callSign, told.flag, told.voyage,
      told.carrierCode, told.carrierName, told.port, told.previousPort, told.berth, date(told.eta), date(told.etd),
      date(told.arrivedAt), told.source, new Date(told.toldAt),
    ]
  )
  await addCallEvent(callId, { ...told, kind: 'call_registered', at: told.eta, previousAt: null, note: null })
  if (told.arrivedAt !== null) await addCallEvent(callId, { ...told, kind: 'arrival', at: told.arrivedAt, previousAt: told.eta, note: null })
  return { callId, outcome: 'registered' }
}

async function bringUpToDate(callId: string, told: CallTold): Promise<RecordedCall> {
  const before = (await firstRow<CallRow>(
    `select means_name, imo, voyage, eta, arrived_at from tenant.calls where id = ?::uuid for update`,
    [callId]
  ))!
  await execute(
    `update tenant.calls set means_name = coalesce(?, means_name), imo = coalesce(?, imo), call_sign = coalesce(?, call_sign),
       flag = coalesce(?, flag), voyage = coalesce(?, voyage), carrier_code = coalesce(?, carrier_code),
       carrier_name = coalesce(?, carrier_name), previous_port = coalesce(?, previous_port), berth = coalesce(?, berth),
       eta = coalesce(?::timestamptz, eta), etd = coalesce(?::timestamptz, etd), arrived_at = coalesce(?::timestamptz, arrived_at),
       changed_at = now()
      where id = ?::uuid`,
    [
      told.meansName, told.imo, told.callSign, told.flag, told.voyage, told.carrierCode, told.carrierName, told.previousPort,
      told.berth, date(told.eta), date(told.etd), date(told.arrivedAt), callId,
    ]
  )
  const moved = await tellTimes(callId, before, told)
  const differs = (after: string | null, since: string | null) => after !== null && after !== since
  const named = differs(told.meansName, before.means_name) || differs(told.imo, before.imo) || differs(told.voyage, before.voyage)
  if (moved || named) await announceCallChanged({ callId })
  return { callId, outcome: moved || named ? 'changed' : 'unchanged' }
}

/** Events for what is new about the times; true when the arrival is another one now. */
async function tellTimes(callId: string, before: CallRow, told: CallTold): Promise<boolean> {
  const etaBefore = before.eta?.getTime() ?? null
  const arrivedBefore = before.arrived_at?.getTime() ?? null
  const etaMoved = told.eta !== null && told.eta !== etaBefore
  const arrived = told.arrivedAt !== null && told.arrivedAt !== arrivedBefore
  if (etaMoved) await addCallEvent(callId, { ...told, kind: 'eta_change', at: told.eta, previousAt: etaBefore, note: null })
  if (arrived) await addCallEvent(callId, { ...told, kind: 'arrival', at: told.arrivedAt, previousAt: arrivedBefore ?? etaBefore, note: null })
  return arrived || (etaMoved && arrivedBefore === null)
}

async function rememberKeys(callId: string, keys: readonly string[]): Promise<number> {
  return execute(
    `insert into tenant.call_keys (tenant_id, key, call_id) select ?::uuid, key, ?::uuid from unnest(?::text[]) as key on conflict do nothing`,
    [tenancy.current().administration.id, callId, keys]
  )
}
