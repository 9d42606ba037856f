import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { blobs } from '#platform/blobs/service'
import { uuidv7 } from '#platform/database/uuid'
import { conflict, type Failure } from '#platform/http/failure'
import { execute, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { countHits } from './search_subject.js'
import { getRequest } from '../queries/get_request.js'
import { subjectRecords } from '../queries/subject_records.js'
import { subjectPage, type PageWords } from '../subject_page.js'
import { writeRequestEvent } from './write_request_event.js'

/** Registers whose content may be withheld from the person: open targeting, and who watched whom. */
const WITHHELD = ['assessments', 'watch_lists', 'audit'] as const

/**
 * Makes what is handed to the person, as data and as a page to print. Only the person's own parties are
 * in it, nobody else of the same document; what is withheld is said without saying whether there is any.
 */
export async function exportSubject(
  requestId: string,
  officerId: string,
  at: Date,
  words: PageWords
): Promise<Result<null, Failure>> {
  const request = await getRequest(requestId)
  if (!request) return err({ kind: 'not_found' })
  if (request.state === 'searching' || !request.subject) return err(conflict('privacy.not_searched_yet'))
  const { administration } = tenancy.current()
  const file = {
    administration: administration.name,
    reference: request.reference,
    legalBasis: request.legalBasis,
    madeAt: at.toISOString(),
    ...(await subjectRecords(requestId, request.subject)),
    withheld: [...WITHHELD],
  }
  const made = { json: JSON.stringify(file, null, 2), html: subjectPage(file, words) }
  const stored = await Promise.all(
    Object.entries(made).map(async ([format, text]) => ({
      format,
      ...(await blobs.put(administration.id, bytesOf(text), 'subject_file')),
    }))
  )
  await unitOfWork(async () => {
    for (const { format, address, size, sha256 } of stored)
      await execute(
        `insert into tenant.subject_files (tenant_id, id, request_id, format, blob, size_bytes, sha256, created_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        [administration.id, uuidv7(), requestId, format, address, size, sha256, officerId, at]
      )
    const hits = await countHits(requestId)
    const counts = Object.fromEntries(WITHHELD.map((register) => [`withheld_${register}`, hits[register] ?? 0]))
    await writeRequestEvent(requestId, 'exported', officerId, {
      counts: { consignments: file.consignments.length, ...counts },
    })
    await recordAction({
      action: 'subject_request.exported',
      subject: { kind: 'subject_request', id: requestId },
      data: { ...counts, sha256: stored.map(({ sha256 }) => sha256) },
    })
  })
  return ok(null)
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}
