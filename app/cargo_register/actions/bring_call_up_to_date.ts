import type { Instant } from '#core/kernel/instant'
import { execute, firstRow } from '#platform/tenancy/database'
import { addCallEvent } from './add_call_event.js'
import { announceCallChanged } from './announce_call_changed.js'
import type { CallTold, RecordedCall } from './record_call.js'

type Field = Exclude<keyof CallTold, 'mode' | 'port' | 'source' | 'toldAt' | 'recordedBy' | 'messageId'>
type Time = 'eta' | 'etd' | 'arrivedAt' | 'leftPreviousAt'
type CallRow = Record<Exclude<Field, Time>, string | null> & Record<Time, Date | null>

/** Those that assessments read, besides the arrival. */
const WEIGHED: readonly Field[] = ['meansName', 'imo', 'voyage', 'leftPreviousAt']

/** Takes in what is new about a known call. What is not told stays; consignments are weighed again when it matters to them. */
export async function bringCallUpToDate(callId: string, told: CallTold): Promise<RecordedCall> {
  const row = (await firstRow<CallRow>(
    `select means_name as "meansName", imo, call_sign as "callSign", flag, voyage, carrier_code as "carrierCode",
       carrier_name as "carrierName", previous_port as "previousPort", berth, eta, etd, arrived_at as "arrivedAt", left_previous_at as "leftPreviousAt"
       from tenant.calls where id = ?::uuid for update`,
    [callId]
  ))!
  const before = {
    ...row,
    eta: instant(row.eta),
    etd: instant(row.etd),
    arrivedAt: instant(row.arrivedAt),
    leftPreviousAt: instant(row.leftPreviousAt),
  }
  const news = (Object.keys(before) as Field[]).filter((field) => told[field] !== null && told[field] !== before[field])
  if (news.length === 0) return { callId, outcome: 'unchanged' }
  await write(callId, told)
  const moved = await tellTimes(callId, told, before)
  if (moved || WEIGHED.some((field) => news.includes(field))) await announceCallChanged({ callId })
  return { callId, outcome: 'changed' }
}

const instant = (date: Date | null): Instant | null => date?.getTime() ?? null
const date = (instant: Instant | null): Date | null => (instant === null ? null : new Date(instant))

async function write(callId: string, told: CallTold): Promise<void> {
  await execute(
    `update tenant.calls set means_name = coalesce(?, means_name), imo = coalesce(?, imo), call_sign = coalesce(?, call_sign),
       flag = coalesce(?, flag), voyage = coalesce(?, voyage), carrier_code = coalesce(?, carrier_code),
       carrier_name = coalesce(?, carrier_name), previous_port = coalesce(?, previous_port),
       left_previous_at = coalesce(?::timestamptz, left_previous_at), berth = coalesce(?, berth),
       eta = coalesce(?::timestamptz, eta), etd = coalesce(?::timestamptz, etd), arrived_at = coalesce(?::timestamptz, arrived_at),
       changed_at = now()
      where id = ?::uuid`,
    [
      told.meansName,
      told.imo,
      told.callSign,
      told.flag,
      told.voyage,
      told.carrierCode,
      told.carrierName,
      told.previousPort,
      date(told.leftPreviousAt),
      told.berth,
      date(told.eta),
      date(told.etd),
      date(told.arrivedAt),
      callId,
    ]
  )
}

/** Events for what is new about the times; true when the arrival is another one now. */
async function tellTimes(
  callId: string,
  told: CallTold,
  before: { eta: Instant | null; arrivedAt: Instant | null }
): Promise<boolean> {
  const etaMoved = told.eta !== null && told.eta !== before.eta
  const arrived = told.arrivedAt !== null && told.arrivedAt !== before.arrivedAt
  if (etaMoved)
    await addCallEvent(callId, { ...told, kind: 'eta_change', at: told.eta, previousAt: before.eta, note: null })
  if (arrived)
    await addCallEvent(callId, {
      ...told,
      kind: 'arrival',
      at: told.arrivedAt,
      previousAt: before.arrivedAt ?? before.eta,
      note: null,
    })
  return arrived || (etaMoved && before.arrivedAt === null)
}
