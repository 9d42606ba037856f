import { firstRow, rows } from '#platform/tenancy/database'
import { openText } from '../sealed_text.js'
import type { Subject } from '../subject.js'
import type { RequestKind } from '../actions/register_request.js'

export type RequestState = 'searching' | 'found' | 'answered' | 'refused'

export interface RequestRow {
  id: string
  kind: RequestKind
  reference: string
  legalBasis: string
  receivedAt: Date
  dueAt: Date
  state: RequestState
  closedAt: Date | null
  createdBy: string | null
}

const COLUMNS = `r.id, r.kind, r.reference, r.legal_basis as "legalBasis", r.received_at as "receivedAt", r.due_at as "dueAt", r.state, r.closed_at as "closedAt", o.name as "createdBy"`

/** Open requests by their deadline, then closed ones; at most 500. */
export const listRequests = () =>
  rows<RequestRow>(
    `select ${COLUMNS} from tenant.subject_requests r left join tenant.officers o on o.id = r.created_by
      order by r.closed_at is not null, r.due_at, r.id limit 500`
  )

export interface SubjectRequest extends RequestRow {
  searched: number
  /** `null` once what was searched for is erased. */
  subject: Subject | null
}

/** A request with what it searches for; `null` when there is none. */
export async function getRequest(id: string): Promise<SubjectRequest | null> {
  const row = await firstRow<RequestRow & { sealed: Buffer | null; searched: number }>(
    `select ${COLUMNS}, r.sealed, r.searched::int as searched from tenant.subject_requests r left join tenant.officers o on o.id = r.created_by where r.id = ?`,
    [id]
  )
  if (!row) return null
  const { sealed, ...request } = row
  const text = await openText(sealed, id)
  return { ...request, subject: text ? (JSON.parse(text) as Subject) : null }
}
