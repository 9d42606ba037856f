import type { Problem } from '#core/kernel/problem'
import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

export interface ProblemsOf {
  receivedMessageId: string
  /** `null` for those of the envelope and the file. */
  messageId: string | null
  /** Of the consignments of the Message, in its order. */
  consignmentIds?: readonly (string | null)[]
}

/** A Problem of a consignment that its Message does not carry names it. */
export type StoredWithMessage = Problem & { readonly consignmentId?: string }

/** Keeps Problems with their places, in the order they were found. */
export async function storeProblems(of: ProblemsOf, problems: readonly StoredWithMessage[]): Promise<void> {
  if (problems.length === 0) return
  const records = problems.map(({ code, severity, at, params, consignment, consignmentId }) => ({
    id: uuidv7(),
    code,
    severity,
    consignment_id: consignmentId ?? (consignment === undefined ? null : (of.consignmentIds?.[consignment] ?? null)),
    segment: at?.segment,
    tag: at?.tag,
    line: at?.line,
    element: at?.element,
    component: at?.component,
    byte_offset: at?.offset,
    byte_length: at?.length,
    path: at?.path,
    params: params ?? {},
  }))
  await execute(
    `insert into tenant.problems (tenant_id, id, received_message_id, message_id, consignment_id, code, severity, segment, tag, line,
       element, component, byte_offset, byte_length, path, params)
     select ?::uuid, r.id, ?::uuid, ?::uuid, r.consignment_id, r.code, r.severity, r.segment, r.tag, r.line, r.element, r.component,
       r.byte_offset, r.byte_length, r.path, r.params
       from json_to_recordset(?::json) as r(id uuid, consignment_id uuid, code text, severity text, segment integer, tag text,
         line integer, element integer, component integer, byte_offset bigint, byte_length integer, path text, params jsonb)`,
    [tenancy.current().administration.id, of.receivedMessageId, of.messageId, JSON.stringify(records)]
  )
}
