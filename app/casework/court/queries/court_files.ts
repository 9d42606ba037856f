import type { SectionChange } from '../differences.js'
import { listCaseConsignments } from '../../cases/queries/contents.js'
import { firstRow, rows } from '#platform/tenancy/database'

export interface CourtFileRow {
  id: string
  version: number | null
  state: 'waiting' | 'making' | 'made' | 'failed'
  locale: string
  basis: string
  reference: string
  purpose: string
  recipient: string
  withNotes: boolean
  askedBy: string
  askedAt: Date
  madeAt: Date | null
  failure: 'not_permitted' | 'broken' | null
  /** Permissions that its sections ask for. */
  holds: string[]
  /** Consignments in it. */
  cargo: string[]
  /** `null` until it is made; empty in the first version. */
  changes: SectionChange[] | null
  sha256: string | null
  contentSha256: string | null
  bytes: number | null
  pages: number | null
}

const CARGO = `coalesce(array(select jsonb_object_keys(f.items -> 'consignments')), '{}')`

/** Cargo of a case that the current officer's units look at. */
export const cargoInScope = async (caseId: string): Promise<ReadonlySet<string>> =>
  new Set((await listCaseConsignments(caseId)).filter(({ inScope }) => inScope).map(({ id }) => id))

/** Versions of a case, the newest first; of those that failed only one that nothing followed. */
export const listCourtFiles = (caseId: string): Promise<CourtFileRow[]> =>
  rows(
    `select f.id, f.version, f.state, f.locale, f.basis, f.reference, f.purpose, f.recipient, f.with_notes as "withNotes", o.name as "askedBy",
            f.asked_at as "askedAt", f.made_at as "madeAt", f.failure, f.holds, ${CARGO} as cargo, f.changes, f.sha256, f.content_sha256 as "contentSha256",
            f.bytes::float8 as bytes, f.pages
       from tenant.court_files f join tenant.officers o on o.tenant_id = f.tenant_id and o.id = f.asked_by
      where f.case_id = ? and (f.state <> 'failed' or not exists (select 1 from tenant.court_files x
              where x.tenant_id = f.tenant_id and x.case_id = f.case_id and x.asked_at > f.asked_at))
      order by f.asked_at desc, f.id desc limit 200`,
    [caseId]
  )

interface MadeFile {
  id: string
  number: string
  version: number
  sha256: string
  blob: string
  holds: string[]
  cargo: string[]
}

/** A version that is made, of this case. */
export const findCourtFile = (caseId: string, id: string): Promise<MadeFile | null> =>
  firstRow(
    `select f.id, s.number::text, f.version, f.sha256, f.blob, f.holds, ${CARGO} as cargo from tenant.court_files f
       join tenant.cases s on s.tenant_id = f.tenant_id and s.id = f.case_id
      where f.id = ? and f.case_id = ? and f.state = 'made'`,
    [id, caseId]
  )
