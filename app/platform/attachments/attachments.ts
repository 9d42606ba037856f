import { createHash } from 'node:crypto'
import { recordAction } from '#platform/audit/record'
import { blobs } from '#platform/blobs/service'
import { BlobDamaged } from '#platform/blobs/errors'
import { execute, firstRow, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import type { MediaType } from './file_kinds.js'
import type { AttachmentSubject } from './subject.js'

export interface AttachmentRow {
  id: string
  about: string | null
  fileName: string | null
  mediaType: MediaType
  bytes: number
  sha256: string
  /** `not_scanned` where no scanner was configured: nobody looked. */
  scan: 'clean' | 'not_scanned'
  attachedBy: string | null
  attachedAt: Date
}

const COLUMNS = `a.id, a.about, a.file_name as "fileName", a.media_type as "mediaType", a.bytes::int, a.sha256, a.scan,
  o.name as "attachedBy", a.attached_at as "attachedAt"`
const FROM = `from tenant.attachments a left join tenant.officers o on o.tenant_id = a.tenant_id and o.id = a.attached_by`

/** Files of a subject, oldest first. */
export const listAttachments = ({ kind, id }: AttachmentSubject): Promise<AttachmentRow[]> =>
  rows(`select ${COLUMNS} ${FROM} where a.subject_kind = ? and a.subject_id = ? order by a.id limit 200`, [kind, id])

/** The same, of several subjects of one kind, by subject. */
export async function listAttachmentsOf(kind: string, ids: readonly string[]): Promise<Map<string, AttachmentRow[]>> {
  const found = await rows<AttachmentRow & { subject: string }>(
    `select a.subject_id as subject, ${COLUMNS} ${FROM} where a.subject_kind = ? and a.subject_id = any(?::uuid[]) order by a.id limit 1000`,
    [kind, [...ids]]
  )
  const files = new Map<string, AttachmentRow[]>()
  for (const { subject, ...file } of found) files.set(subject, [...(files.get(subject) ?? []), file])
  return files
}

/** A file of this subject and its bytes, compared with the hash of the day it was attached. The reading is audited. */
export async function openAttachment(
  subject: AttachmentSubject,
  id: string
): Promise<{ attachment: AttachmentRow; bytes: Buffer } | null> {
  const found = await firstRow<AttachmentRow & { blob: string }>(
    `select ${COLUMNS}, a.blob ${FROM} where a.id = ? and a.subject_kind = ? and a.subject_id = ?`,
    [id, subject.kind, subject.id]
  )
  if (!found) return null
  const { blob, ...attachment } = found
  const pieces: Buffer[] = []
  for await (const piece of blobs.read(tenancy.current().administration.id, blob)) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  if (createHash('sha256').update(bytes).digest('hex') !== attachment.sha256) throw new BlobDamaged()
  await recordAction({
    action: 'attachment.opened',
    subject,
    data: { attachment: id, sha256: attachment.sha256 },
  })
  return { attachment, bytes }
}

/** Takes files away for good: the bytes first, unless another row names the same; a row that is left is found again. */
export async function removeAttachments(ids: readonly string[]): Promise<void> {
  const gone = await rows<{ blob: string }>(
    `select distinct a.blob from tenant.attachments a where a.id = any(?::uuid[])
        and not exists (select 1 from tenant.attachments x where x.blob = a.blob and not x.id = any(?::uuid[]))`,
    [ids, ids]
  )
  for (const { blob } of gone) await blobs.remove(tenancy.current().administration.id, blob)
  await execute(`delete from tenant.attachments where id = any(?::uuid[])`, [ids])
}

/** The same, of everything that is attached to these subjects. */
export async function removeAttachmentsOf(kind: string, subjectIds: readonly string[]): Promise<void> {
  const found = await rows<{ id: string }>(
    `select id from tenant.attachments where subject_kind = ? and subject_id = any(?::uuid[])`,
    [kind, subjectIds]
  )
  if (found.length > 0) await removeAttachments(found.map(({ id }) => id))
}
