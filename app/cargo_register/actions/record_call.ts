import type { Mode } from '#core/cargo/codes'
import type { Instant } from '#core/kernel/instant'
import { uuidv7 } from '#platform/database/uuid'
import { notifyLive } from '#platform/live/notify'
import { execute, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { callKeys } from '../call_key.js'
import { findCall } from '../queries/find_call.js'
import { addCallEvent } from './add_call_event.js'
import { bringCallUpToDate } from './bring_call_up_to_date.js'
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
  /** When it left the last place abroad; no estimate. */
  leftPreviousAt: Instant | null
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

/** Registers a call, or brings a known one up to date; manifests that waited for it join. */
export async function recordCall(told: CallTold): Promise<RecordedCall> {
  const keys = callKeys({ ...told, means: told.meansName })
  const known = (await meant(told)) ?? (await meantUnderLock(told, keys))
  const recorded = known ? await bringCallUpToDate(known.id, told) : await register(told)
  if (recorded.outcome === 'unchanged') return recorded
  await rememberKeys(recorded.callId, keys)
  await joinWaitingManifests(recorded.callId)
  await notifyLive('call:changed', recorded.callId)
  return recorded
}

const meant = (told: CallTold) => {
  const named = told.arrivedAt ?? told.eta ?? told.etd
  return findCall({ ...told, around: named ?? told.toldAt, precision: named === null ? 'filing' : 'named' })
}

/** Two units that tell of the same new call take turns; the second finds it. */
async function meantUnderLock(told: CallTold, keys: readonly string[]) {
  const { id } = tenancy.current().administration
  await rows(
    `select pg_catalog.pg_advisory_xact_lock(number) from
       (select pg_catalog.hashtextextended(name, 0) as number from unnest(?::text[]) as name order by 1) as locks`,
    [keys.map((key) => `call/${id}/${key}`)]
  )
  return meant(told)
}

const date = (instant: Instant | null) => (instant === null ? null : new Date(instant))

async function register(told: CallTold): Promise<RecordedCall> {
  const callId = uuidv7()
  await execute(
    `insert into tenant.calls (tenant_id, id, mode, means_name, imo, call_sign, flag, voyage, carrier_code, carrier_name, port,
       previous_port, left_previous_at, berth, eta, etd, arrived_at, source, created_at)
     values (?::uuid, ?::uuid, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?, ?::timestamptz, ?::timestamptz, ?::timestamptz, ?, ?::timestamptz)`,
    [
      tenancy.current().administration.id,
      callId,
      told.mode,
      told.meansName,
      told.imo,
      told.callSign,
      told.flag,
      told.voyage,
      told.carrierCode,
      told.carrierName,
      told.port,
      told.previousPort,
      date(told.leftPreviousAt),
      told.berth,
      date(told.eta),
      date(told.etd),
      date(told.arrivedAt),
      told.source,
      new Date(told.toldAt),
    ]
  )
  await addCallEvent(callId, { ...told, kind: 'call_registered', at: told.eta, previousAt: null, note: null })
  if (told.arrivedAt !== null)
    await addCallEvent(callId, { ...told, kind: 'arrival', at: told.arrivedAt, previousAt: told.eta, note: null })
  return { callId, outcome: 'registered' }
}

async function rememberKeys(callId: string, keys: readonly string[]): Promise<void> {
  await execute(
    `insert into tenant.call_keys (tenant_id, key, call_id) select ?::uuid, key, ?::uuid from unnest(?::text[]) as key on conflict do nothing`,
    [tenancy.current().administration.id, callId, keys]
  )
}
