import { firstRow } from '#platform/tenancy/database'

export interface EntryParticulars {
  id: string
  at: Date
  action: string
  class: string
  session: string | null
  request: string
  data: Record<string, unknown>
  seq: number | null
  hash: string | null
  prev: string | null
  sealedAt: Date | null
}

/** One entry with its place in the chain. */
export const getEntry = (id: string): Promise<EntryParticulars | null> =>
  firstRow<EntryParticulars>(
    `select e.id, e.at, e.action, e.class, e.session, e.request, e.data, s.seq::float8 as seq, s.hash, p.hash as prev, s.sealed_at as "sealedAt"
       from tenant.audit_entries e
       left join tenant.audit_seals s on s.entry_id = e.id
       left join tenant.audit_seals p on p.tenant_id = s.tenant_id and p.seq = s.seq - 1
      where e.id = ?::uuid`,
    [id]
  )
