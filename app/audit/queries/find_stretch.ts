import type { Stretch } from '#platform/audit/verify/export_chain'
import { firstRow } from '#platform/tenancy/database'
import { periodOf } from '../period.js'

/** The numbers between which the sealed entries of a period lie; `null` when there are none. */
export async function findStretch(from: string | null, to: string | null): Promise<Stretch | null> {
  const { since, until } = periodOf(from, to)
  const found = await firstRow<{ firstSeq: number | null; lastSeq: number | null }>(
    `select min(s.seq)::float8 as "firstSeq", max(s.seq)::float8 as "lastSeq"
       from tenant.audit_seals s join tenant.audit_entries e on e.tenant_id = s.tenant_id and e.id = s.entry_id
      where (?::timestamptz is null or e.at >= ?::timestamptz) and (?::timestamptz is null or e.at < ?::timestamptz)`,
    [since, since, until, until]
  )
  return found?.firstSeq && found.lastSeq ? { firstSeq: found.firstSeq, lastSeq: found.lastSeq } : null
}
