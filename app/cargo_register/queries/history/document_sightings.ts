import type { DocumentSighting } from '#core/facts/history'
import { TWELVE_MONTHS, windowStart } from '#core/facts/window'
import type { Instant } from '#core/kernel/instant'
import { rows } from '#platform/tenancy/database'

export interface WantedDocument {
  consignmentId: string
  /** Compared form of its own number. */
  reference: string
  manifestId: string
  senderId: string
  callId: string | null
  level: string
  until: Instant
}

interface Row {
  id: string
  same_sender: boolean
  same_call: boolean
  consignor_name: string | null
  consignee_name: string | null
  description: string | null
  first_registered_at: Date
}

/** A number used over and over ("1", "N/A") tells no more by more of it. */
const MOST = 50

/** Open consignments of other documents under the same number and level, before each was first registered; by consignment id. */
export async function documentSightings(wanted: readonly WantedDocument[]): Promise<Map<string, DocumentSighting[]>> {
  const found =
    wanted.length === 0
      ? []
      : await rows<Row>(
          `select w.id, s.sender_id = w.sender as same_sender, s.call_id is not distinct from w.call as same_call, s.consignor_name,
                  s.consignee_name, s.description, s.first_registered_at
             from json_to_recordset(?::json) as w (id uuid, reference text, manifest uuid, sender uuid, call uuid, level text,
               since timestamptz, until timestamptz)
             cross join lateral (
               select c.*, m.sender_id
                 from (select consignment_id from tenant.consignment_numbers where kind = 'reference' and key = w.reference offset 0) n
                 cross join lateral (select * from tenant.consignments where id = n.consignment_id offset 0) c
                 join tenant.manifests m on m.id = c.manifest_id
                where c.manifest_id <> w.manifest and c.level = w.level and c.state = 'filed'
                  and c.first_registered_at >= w.since and c.first_registered_at < w.until
                order by c.first_registered_at desc, c.id desc limit ${MOST}) s`,
          [
            JSON.stringify(
              wanted.map((each) => ({
                id: each.consignmentId,
                reference: each.reference,
                manifest: each.manifestId,
                sender: each.senderId,
                call: each.callId,
                level: each.level,
                since: new Date(windowStart(each.until, TWELVE_MONTHS)).toISOString(),
                until: new Date(each.until).toISOString(),
              }))
            ),
          ]
        )
  const byConsignment = new Map<string, DocumentSighting[]>()
  for (const row of found) byConsignment.set(row.id, [...(byConsignment.get(row.id) ?? []), fromRow(row)])
  return byConsignment
}

const fromRow = (row: Row): DocumentSighting => ({
  sameSender: row.same_sender,
  sameCall: row.same_call,
  consignor: row.consignor_name,
  consignee: row.consignee_name,
  description: row.description,
  registeredAt: row.first_registered_at.getTime(),
})
