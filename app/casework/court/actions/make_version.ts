import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/assessment/canonical'
import type { Officer } from '#platform/access/officer'
import type { Permission } from '#platform/access/permissions'
import { recordAction } from '#platform/audit/record'
import { blobs } from '#platform/blobs/service'
import { notifyLive } from '#platform/live/notify'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'
import { getCase } from '../../cases/queries/get_case.js'
import type { LawfulBasis } from '../../lawful_bases.js'
import type { CourtPurpose } from '../codes.js'
import { collectCase } from '../collect/collect.js'
import type { CourtContent } from '../content.js'
import { differences, itemsOf, type Items } from '../differences.js'
import { printCourtFile } from '../document/print.js'

export interface TakenFile {
  id: string
  caseId: string
  version: number
  locale: string
  basis: LawfulBasis
  reference: string
  purpose: CourtPurpose
  recipient: string
  withNotes: boolean
  askedBy: string
  askedAt: Date
  attempts: number
}

interface Before {
  number: number
  madeAt: Date
  sha256: string
  items: Items
}

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex')

/** Collects, prints, stores; false when the officer may no longer see the case. Nobody writes a version twice: its row is made once. */
export async function makeVersion(file: TakenFile, officer: Officer): Promise<boolean> {
  const row = await getCase(file.caseId)
  if (!row) return false
  const before = await versionBefore(file)
  const madeAt = new Date()
  const content = await collectCase(row, officer, versionOf(file, officer, madeAt, before), file.withNotes)
  const data = Buffer.from(canonicalJson(content))
  const items = itemsOf(content, (part) => sha256(canonicalJson(part)).slice(0, 16))
  const changes = before ? differences(before.items, items) : []
  const printed = await printCourtFile(content, changes, { data, sha256: sha256(data) }, madeAt)
  const stored = await blobs.put(tenancy.current().administration.id, once(printed.bytes), 'court_file')
  await unitOfWork(async () => {
    const kept = await execute(
      `update tenant.court_files set state = 'made', made_at = ?, holds = ?::text[], items = ?, changes = ?, content_sha256 = ?, sha256 = ?,
              bytes = ?, pages = ?, blob = ? where id = ? and state = 'making' and version = ?`,
      [
        madeAt,
        holdsOf(content),
        JSON.stringify(items),
        JSON.stringify(changes),
        sha256(data),
        stored.sha256,
        stored.size,
        printed.pages,
        stored.address,
        file.id,
        file.version,
      ]
    )
    if (kept === 0) throw new Error(`Court file ${file.id} is no longer version ${file.version} in the making`)
    await recordAction({
      action: 'court_file.made',
      subject: { kind: 'case', id: file.caseId },
      data: {
        file: file.id,
        version: file.version,
        sha256: stored.sha256,
        content_sha256: sha256(data),
        bytes: stored.size,
      },
    })
    await notifyLive('case:changed', file.caseId)
  })
  return true
}

/** What a reader must be allowed to read besides the case: sections that are in it, not those that were left out. */
const holdsOf = ({ leftOut }: CourtContent): Permission[] => [
  ...(leftOut.includes('alerts') ? [] : (['alerts.read'] as const)),
  ...(leftOut.includes('orders') ? [] : (['inspections.read'] as const)),
]

const versionBefore = (file: TakenFile): Promise<Before | null> =>
  firstRow<Before>(
    `select version as number, made_at as "madeAt", sha256, items from tenant.court_files
      where case_id = ? and state = 'made' and version < ? order by version desc limit 1`,
    [file.caseId, file.version]
  )

const versionOf = (file: TakenFile, officer: Officer, madeAt: Date, before: Before | null) => ({
  number: file.version,
  locale: file.locale,
  basis: file.basis,
  reference: file.reference,
  purpose: file.purpose,
  recipient: file.recipient,
  askedBy: officer.name,
  askedAt: file.askedAt.toISOString(),
  madeAt: madeAt.toISOString(),
  before: before && { number: before.number, madeAt: before.madeAt.toISOString(), sha256: before.sha256 },
})

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
