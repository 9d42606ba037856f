import { rows } from '#platform/tenancy/database'

export interface RevisionScore {
  revision: number
  score: number
  receivedMessageId: string | null
  function: string | null
}

/** The last score of each weighed revision, and the message that brought it. */
export async function listRevisionScores(consignmentId: string): Promise<Map<number, RevisionScore>> {
  const found = await rows<{
    revision: number
    score: number | null
    received: string | null
    function: string | null
  }>(
    `select r.revision, m.received_message_id as received, m.function,
            (select a.score from tenant.assessments a where a.consignment_id = r.consignment_id and a.revision_id = r.id order by a.assessed_at desc, a.id desc limit 1) as score
       from tenant.consignment_revisions r
       left join tenant.messages m on m.tenant_id = r.tenant_id and m.id = r.message_id
      where r.consignment_id = ? limit 500`,
    [consignmentId]
  )
  return new Map(
    found.map((row) => [
      row.revision,
      { revision: row.revision, score: row.score as number, receivedMessageId: row.received, function: row.function },
    ])
  )
}
