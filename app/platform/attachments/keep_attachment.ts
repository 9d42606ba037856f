import { err, ok, type Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { blobs } from '#platform/blobs/service'
import { uuidv7 } from '#platform/database/uuid'
import { conflict, invalid, type Failure } from '#platform/http/failure'
import { execute, firstRow, rows, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { mediaTypeOf, MOST_FILES, type MediaType } from './file_kinds.js'
import { scan } from './scanner.js'
import type { AttachmentSubject } from './subject.js'

interface NewAttachment {
  bytes: Buffer
  /** As its sender calls it; shown, never trusted. */
  fileName: string | null
  /** What of the subject it shows, as the room words it (`item:floor`); `null` for the whole. */
  about: string | null
  officerId: string
}

interface KeptAttachment {
  id: string
  sha256: string
}

/**
 * Keeps a file of a subject: its kind is read off its bytes, it is scanned before it is stored, hashed
 * and sealed. The caller has asked whether this officer may; `within` is asked once more inside the
 * transaction that writes the row, so that a subject that was closed meanwhile takes nothing.
 */
export async function keepAttachment(
  subject: AttachmentSubject,
  file: NewAttachment,
  within: () => Promise<boolean>
): Promise<Result<KeptAttachment, Failure>> {
  const mediaType = mediaTypeOf(file.bytes)
  if (!mediaType) return err(invalid('file', 'common.file_of_other_kind'))
  const verdict = await scan(file.bytes).catch(() => null)
  if (!verdict) return err(conflict('common.file_scanner_away'))
  if (verdict.kind === 'infected') {
    await recordAction({ action: 'attachment.refused', subject, data: { signature: verdict.signature } })
    return err(invalid('file', 'common.file_infected'))
  }
  const { id: administration } = tenancy.current().administration
  const stored = await blobs.put(administration, once(file.bytes), 'attachment')
  return unitOfWork(async () => {
    await rows(`select pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtextextended(?, 0))`, [
      `attachments/${subject.kind}/${subject.id}`,
    ])
    if (!(await within())) return err(conflict('common.file_subject_closed'))
    if ((await countOf(subject)) >= MOST_FILES) return err(conflict('common.file_too_many', { most: MOST_FILES }))
    const id = await insert(subject, file, mediaType, { ...stored, scan: verdict.kind })
    await recordAction({
      action: 'attachment.kept',
      subject,
      data: { attachment: id, sha256: stored.sha256, bytes: stored.size, scan: verdict.kind, about: file.about },
    })
    return ok({ id, sha256: stored.sha256 })
  })
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}

const countOf = async ({ kind, id }: AttachmentSubject): Promise<number> =>
  (await firstRow<{ count: number }>(
    `select count(*)::int as count from tenant.attachments where subject_kind = ? and subject_id = ?`,
    [kind, id]
  ))!.count

async function insert(
  subject: AttachmentSubject,
  file: NewAttachment,
  mediaType: MediaType,
  stored: { address: string; size: number; sha256: string; scan: string }
): Promise<string> {
  const id = uuidv7()
  await execute(
    `insert into tenant.attachments (tenant_id, id, subject_kind, subject_id, about, file_name, media_type, bytes, sha256, blob, scan, attached_by)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      tenancy.current().administration.id,
      id,
      subject.kind,
      subject.id,
      file.about,
      nameOf(file.fileName),
      mediaType,
      stored.size,
      stored.sha256,
      stored.address,
      stored.scan,
      file.officerId,
    ]
  )
  return id
}

/** The last part of a path, without signs that steer a terminal or turn the direction of a line. */
function nameOf(fileName: string | null): string | null {
  const name = (fileName ?? '')
    .replace(/^.*[/\\]/u, '')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim()
  return name === '' ? null : [...name].slice(0, 120).join('')
}
