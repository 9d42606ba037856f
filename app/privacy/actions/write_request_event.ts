import { uuidv7 } from '#platform/database/uuid'
import { execute } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { sealText } from '../sealed_text.js'

export type RequestEvent =
  'registered' | 'searched' | 'exported' | 'restricted' | 'erased' | 'noted' | 'answered' | 'refused'

/** One line of a request's history; a note is sealed. */
export async function writeRequestEvent(
  requestId: string,
  kind: RequestEvent,
  officerId: string | null,
  { counts = {}, note = null }: { counts?: Readonly<Record<string, number>>; note?: string | null } = {}
): Promise<void> {
  const id = uuidv7()
  await execute(
    `insert into tenant.subject_request_events (tenant_id, id, request_id, kind, officer_id, counts, note) values (?, ?, ?, ?, ?, ?, ?)`,
    [
      tenancy.current().administration.id,
      id,
      requestId,
      kind,
      officerId,
      JSON.stringify(counts),
      note ? await sealText(note, id) : null,
    ]
  )
}
