import { rows } from '#platform/tenancy/database'
import type { AuditAction } from './actions.js'
import type { AuditData } from './record.js'

/** What the audit recorded of this action on each of these things; the chain says whether the entries are whole. */
export async function recordedData(
  action: AuditAction,
  subjectKind: string,
  subjectIds: readonly string[]
): Promise<Map<string, AuditData>> {
  const found = await rows<{ subject_id: string; data: AuditData }>(
    `select subject_id, data from tenant.audit_entries where action = ? and subject_kind = ? and subject_id = any(?::text[])`,
    [action, subjectKind, subjectIds]
  )
  return new Map(found.map(({ subject_id, data }) => [subject_id, data]))
}
