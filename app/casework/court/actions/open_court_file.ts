import { createHash } from 'node:crypto'
import type { Officer } from '#platform/access/officer'
import { recordAction } from '#platform/audit/record'
import { BlobDamaged } from '#platform/blobs/errors'
import { blobs } from '#platform/blobs/service'
import { tenancy } from '#platform/tenancy/tenant_context'
import { mayOpenCourtFile } from '../may_open.js'
import { cargoInScope, findCourtFile } from '../queries/court_files.js'

export interface OpenedCourtFile {
  name: string
  bytes: Buffer
}

/** The bytes of a version, compared with the hash of the day it was made. Each opening is audited; `null` for who may not. */
export async function openCourtFile(caseId: string, id: string, officer: Officer): Promise<OpenedCourtFile | null> {
  const file = await findCourtFile(caseId, id)
  if (!file || !mayOpenCourtFile(officer, file, await cargoInScope(caseId))) return null
  const bytes = Buffer.concat(await Array.fromAsync(blobs.read(tenancy.current().administration.id, file.blob)))
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) throw new BlobDamaged()
  await recordAction({
    action: 'court_file.opened',
    subject: { kind: 'case', id: caseId },
    data: { file: id, version: file.version, sha256: file.sha256 },
  })
  return { name: `case-${file.number}-v${file.version}.pdf`, bytes }
}
