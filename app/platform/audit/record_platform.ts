import db from '@adonisjs/lucid/services/db'
import { uuidv7 } from '#platform/database/uuid'
import { PLATFORM_AUDIT_ACTIONS, type PlatformAuditAction } from './actions.js'
import type { AuditData } from './record.js'

export interface AuditedPlatformAction {
  action: PlatformAuditAction
  actor: { kind: 'operator' | 'system'; id: string }
  /** Hash of the console session, where there is one. */
  session?: string
  request: string
  subject?: { kind: string; id: string }
  data?: AuditData
}

/**
 * Writes one entry of the platform's own chain: what operators and installations do. The control
 * plane has no units, so the entry is written before the deed: an outage stops the deed, never the entry.
 */
export async function recordPlatformAction(entry: AuditedPlatformAction): Promise<void> {
  await db
    .connection('control')
    .insertQuery()
    .table('control.audit_entries')
    .insert({
      id: uuidv7(),
      action: entry.action,
      class: PLATFORM_AUDIT_ACTIONS[entry.action],
      actor_kind: entry.actor.kind,
      actor_id: entry.actor.id,
      session: entry.session ?? null,
      subject_kind: entry.subject?.kind ?? null,
      subject_id: entry.subject?.id ?? null,
      data: JSON.stringify(entry.data ?? {}),
      request: entry.request,
    })
}
