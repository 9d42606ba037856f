import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { AUDIT_ACTIONS, type AuditAction } from './actions.js'

/** Ids, codes, counts and digests only; never a name, an address or free text (DECISIONS 8). */
export type AuditData = Readonly<Record<string, string | number | boolean | null | readonly string[]>>

export interface AuditedAction {
  action: AuditAction
  /** What it was done to, by kind (`alert`, `officer`, `role` …) and id. */
  subject?: { kind: string; id: string }
  data?: AuditData
}

/**
 * Writes one audit entry of the current administration, in the current unit of work: what is rolled
 * back leaves no entry, and what cannot be audited does not happen (T77). One entry an action, not
 * one a row. The sealer chains and signs it afterwards.
 */
export async function recordAction({ action, subject, data }: AuditedAction): Promise<void> {
  const { administration, actor, session, correlationId } = tenancy.current()
  await execute(
    `insert into tenant.audit_entries (tenant_id, id, action, class, actor_kind, actor_id, session, subject_kind, subject_id, data, request)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      administration.id,
      uuidv7(),
      action,
      AUDIT_ACTIONS[action],
      actor.kind,
      actor.id,
      session ?? null,
      subject?.kind ?? null,
      subject?.id ?? null,
      JSON.stringify(data ?? {}),
      correlationId,
    ]
  )
}
