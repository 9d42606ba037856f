import { FAULT_LASTS } from '#platform/database/health'
import type { Fault } from './fault.js'

/** What holds up work: a fault, or that reading or weighing stands still. */
export interface Trouble {
  code: Fault | 'reading_waits' | 'weighing_waits'
  since: Date
}

/** A room whose bell hangs that long without a turn of its drain waits for something. */
const HANGS = '60 seconds'

/** Troubles of every administration the asking role sees: its own, or all for the control plane. */
export const TROUBLES = `
  select administration_id, substring(measure from 7) as code, to_timestamp(value / 1000.0) as since from control.health
   where measure like 'fault\\_%' and measured_at > clock_timestamp() - interval '${FAULT_LASTS}'
  union all
  select administration_id, case room when 'intake' then 'reading_waits' else 'weighing_waits' end, hung_at from control.doorbells
   where room in ('intake', 'targeting') and rung_at <= clock_timestamp() and hung_at < clock_timestamp() - interval '${HANGS}'`

const ORDER: readonly Trouble['code'][] = [
  'database_away',
  'database_full',
  'store_away',
  'store_full',
  'reading_waits',
  'weighing_waits',
]

export const worstFirst = <T extends Trouble>(troubles: readonly T[]): T[] =>
  [...troubles].sort((a, b) => ORDER.indexOf(a.code) - ORDER.indexOf(b.code))
