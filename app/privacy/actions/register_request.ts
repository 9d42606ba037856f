import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { uuidv7 } from '#platform/database/uuid'
import { invalid, type Failure } from '#platform/http/failure'
import { ring } from '#platform/queue/doorbell'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { sealText } from '../sealed_text.js'
import { isSearchable, type Subject } from '../subject.js'
import { writeRequestEvent } from './write_request_event.js'

export type RequestKind = 'access' | 'rectification' | 'restriction' | 'erasure'

export interface NewRequest {
  kind: RequestKind
  reference: string
  legalBasis: string
  receivedAt: Date
  dueAt: Date
  subject: Subject
}

/** Writes down who asked for what until when, and begins to look for the person in every register. */
export async function registerRequest(request: NewRequest, officerId: string): Promise<Result<string, Failure>> {
  if (!isSearchable(request.subject)) return err(invalid('names', 'privacy.nothing_to_search'))
  if (request.dueAt <= request.receivedAt) return err(invalid('dueOn', 'privacy.due_before_received'))
  return unitOfWork(async () => {
    const id = uuidv7()
    const inserted = await execute(
      `insert into tenant.subject_requests (tenant_id, id, kind, reference, legal_basis, received_at, due_at, sealed, created_by)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (tenant_id, reference) do nothing`,
      [
        tenancy.current().administration.id,
        id,
        request.kind,
        request.reference,
        request.legalBasis,
        request.receivedAt,
        request.dueAt,
        await sealText(JSON.stringify(request.subject), id),
        officerId,
      ]
    )
    if (inserted === 0) return err(invalid('reference', 'privacy.reference_taken'))
    await writeRequestEvent(id, 'registered', officerId)
    await recordAction({
      action: 'subject_request.registered',
      subject: { kind: 'subject_request', id },
      data: { kind: request.kind },
    })
    await ring('privacy')
    return ok(id)
  })
}
