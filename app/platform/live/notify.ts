import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

export const LIVE_CHANNEL = 'landfall_live'
/** Said by the database itself, of an officer or a role (migration 0009). Streams end on it, none passes it on. */
export const ACCESS_CHANGED = 'access:changed'

/** Kinds of live events and the permission that lets an officer hear them. The isolation suite attacks each. */
export const LIVE_KINDS = {
  'alert:raised': 'alerts.read',
  'alert:changed': 'alerts.read',
  'consignment:assessed': 'consignments.read',
  'message:received': 'messages.read',
  'message:read': 'messages.read',
  'call:changed': 'arrivals.read',
  'event:recorded': 'consignments.read',
  'inspection:changed': 'inspections.read',
  'case:changed': 'cases.read',
  'audit:verified': 'audit.read',
} as const
export type LiveKind = keyof typeof LIVE_KINDS

/** Tells an officer that their notifications changed; only that officer hears it. */
export const PERSONAL_KIND = 'notification:changed'

/**
 * Delivered when the current transaction commits, to every web process. Any database role may
 * listen, so the payload holds the administration, a kind and an id only (T19).
 */
export const notifyLive = (kind: LiveKind, id: string): Promise<void> => send(kind, id)

export const tellOfficer = (officerId: string): Promise<void> => send(PERSONAL_KIND, officerId)

async function send(kind: LiveKind | typeof PERSONAL_KIND, id: string): Promise<void> {
  const payload = JSON.stringify({ a: tenancy.current().administration.id, kind, id })
  await execute(`select pg_catalog.pg_notify(?, ?)`, [LIVE_CHANNEL, payload])
}
