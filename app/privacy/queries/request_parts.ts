import { rows } from '#platform/tenancy/database'
import { openText } from '../sealed_text.js'

export interface HitRow {
  register: string
  id: string
  matchedBy: string
  /** Number of the document, name of the list, receipt, flight: what leads a person to it. */
  label: string | null
}

const SHOWN = 50

/** What was found, at most fifty of each register. */
export const listHits = (requestId: string) =>
  rows<HitRow>(
    `select h.register, h.item_id as id, h.matched_by as "matchedBy", coalesce(c.reference, m.receipt, w.name, o.name, d.voyage) as label
       from (select *, row_number() over (partition by register order by item_id desc) as place from tenant.subject_hits where request_id = ?) h
       left join tenant.consignments c on h.register = 'consignments' and c.id = h.item_id
       left join tenant.received_messages m on h.register = 'messages' and m.id = h.item_id
       left join tenant.watch_list_entries e on h.register = 'watch_lists' and e.id = h.item_id
       left join tenant.watch_lists w on w.id = e.watch_list_id
       left join tenant.travellers t on h.register = 'travellers' and t.id = h.item_id
       left join tenant.reported_documents d on d.id = t.document_id
       left join tenant.officers o on h.register = 'officers' and o.id = h.item_id
      where h.place <= ${SHOWN} and h.register in ('consignments', 'messages', 'travellers', 'watch_lists', 'officers') order by h.register, h.item_id desc`,
    [requestId]
  )

export interface EventRow {
  id: string
  kind: string
  by: string | null
  at: Date
  counts: Record<string, number>
  note: string | null
}

export async function listRequestEvents(requestId: string): Promise<EventRow[]> {
  const found = await rows<Omit<EventRow, 'note'> & { note: Buffer | null }>(
    `select e.id, e.kind, o.name as by, e.at, e.counts, e.note from tenant.subject_request_events e
       left join tenant.officers o on o.id = e.officer_id where e.request_id = ? order by e.at, e.id`,
    [requestId]
  )
  return Promise.all(found.map(async (row) => ({ ...row, note: await openText(row.note, row.id) })))
}

export interface FileRow {
  id: string
  format: 'json' | 'html'
  bytes: number
  sha256: string
  createdAt: Date
  blob: string
}

export const listFiles = (requestId: string) =>
  rows<FileRow>(
    `select id, format, size_bytes::int as bytes, sha256, created_at as "createdAt", blob from tenant.subject_files where request_id = ? order by created_at desc, id`,
    [requestId]
  )
