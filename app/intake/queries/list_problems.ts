import { rows } from '#platform/tenancy/database'

export interface StoredProblem {
  code: string
  severity: 'info' | 'warning' | 'error' | 'fatal'
  params: Record<string, string | number>
  messageId: string | null
  /** Position of its Message; `null` for those of the envelope and the file. */
  message: number | null
  line: number | null
  /** Tag of the segment, e.g. `EQD`, or path of the element. */
  segment: string | null
  /** Bytes from the start of the received message. */
  offset: number | null
  length: number | null
  /** Number of the consignment's document. */
  consignment: string | null
}

/** Problems of a received message: the gravest first, then in order of place; at most 1,000. */
export async function listProblems(receivedMessageId: string): Promise<StoredProblem[]> {
  return rows<StoredProblem>(
    `select p.code, p.severity, p.params, p.message_id as "messageId", m.position as message, p.line, coalesce(p.path, p.tag) as segment,
       p.byte_offset::float8 as offset, p.byte_length as length, c.reference as consignment
       from tenant.problems p
       left join tenant.messages m on m.id = p.message_id
       left join tenant.consignments c on c.id = p.consignment_id
      where p.received_message_id = ?::uuid
      order by array_position(array['fatal', 'error', 'warning', 'info'], p.severity), p.byte_offset nulls first, p.id limit 1000`,
    [receivedMessageId]
  )
}
