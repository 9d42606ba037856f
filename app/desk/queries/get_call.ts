import { firstRow } from '#platform/tenancy/database'
import { portInScope } from '#platform/tenancy/unit_scope'
import type { CallRecord } from '../transformers/call_summary.js'

export interface CallDetail extends CallRecord {
  known: boolean
  mode: string | null
  call_sign: string | null
  flag: string | null
  carrier_code: string | null
  carrier_name: string | null
  previous_port: string | null
  call_key: string | null
}

/** A call, or the voyage without a known arrival that the manifest with this id belongs to; not those of other units' ports. */
export async function getCall(id: string): Promise<CallDetail | null> {
  const scope = portInScope()
  const call = await firstRow<CallDetail>(
    `select id, true as known, mode, means_name, imo, call_sign, flag, voyage, carrier_code, carrier_name, port, previous_port, berth, eta, arrived_at, null as call_key
       from tenant.calls where id = ? and ${scope.sql}`,
    [id, ...scope.bindings]
  )
  if (call) return call
  return firstRow<CallDetail>(
    `select id, false as known, mode, null as means_name, null as imo, null as call_sign, null as flag, voyage, null as carrier_code, null as carrier_name,
            port, null as previous_port, null as berth, null as eta, null as arrived_at, call_key
       from tenant.manifests where id = ? and call_id is null and ${scope.sql}`,
    [id, ...scope.bindings]
  )
}

/** Condition on `consignments c` for everything that belongs to a call or to such a voyage. */
export function consignmentsOf(call: CallDetail): { sql: string; bindings: unknown[] } {
  if (call.known) return { sql: 'c.call_id = ?', bindings: [call.id] }
  const manifests = call.call_key
    ? `select m.id from tenant.manifests m where m.call_id is null and m.call_key = ?`
    : `select m.id from tenant.manifests m where m.id = ?`
  return { sql: `c.call_id is null and c.manifest_id in (${manifests})`, bindings: [call.call_key ?? call.id] }
}
