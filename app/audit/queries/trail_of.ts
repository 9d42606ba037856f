import { createHash } from 'node:crypto'
import { readAnchors } from '#platform/audit/anchors/anchor_file'
import { auditPublicKeys } from '#platform/audit/keys'
import { firstRow, rows } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

interface TrailEntry {
  id: string
  at: Date
  action: string
  by: string | null
  /** `null` while it waits to be sealed. */
  seq: number | null
  hash: string | null
}

export interface Trail {
  /** Oldest first. */
  entries: TrailEntry[]
  head: { seq: number; hash: string; sealedAt: Date } | null
  /** The newest signed line outside the database. */
  anchor: { n: number; at: string; seq: number; head: string; key: string; line: string } | null
  keys: { id: string; fingerprint: string }[]
}

/** What the audit says of these subjects, at most `most` entries, and where its chain stands. */
export async function trailOf(subjects: readonly { kind: string; id: string }[], most: number): Promise<Trail> {
  const entries = await rows<TrailEntry>(
    `select e.id, e.at, e.action, o.name as by, s.seq::float8 as seq, s.hash
       from tenant.audit_entries e
       left join tenant.audit_seals s on s.tenant_id = e.tenant_id and s.entry_id = e.id
       left join tenant.officers o on e.actor_kind = 'officer' and o.id::text = e.actor_id
      where (e.subject_kind, e.subject_id) in (select * from unnest(?::text[], ?::text[])) order by e.id limit ?`,
    [subjects.map(({ kind }) => kind), subjects.map(({ id }) => id), most]
  )
  const head = await firstRow<{ seq: number; hash: string; sealedAt: Date }>(
    `select seq::float8 as seq, hash, sealed_at as "sealedAt" from tenant.audit_seals order by seq desc limit 1`
  )
  const last = (await readAnchors(tenancy.current().administration)).at(-1)
  return {
    entries,
    head,
    anchor: last
      ? {
          n: last.body.n,
          at: last.body.at,
          seq: last.body.seq,
          head: last.body.head,
          key: last.body.key,
          line: last.hash,
        }
      : null,
    keys: Object.entries(auditPublicKeys()).map(([id, half]) => ({ id, fingerprint: fingerprintOf(half) })),
  }
}

/** As `bin/verify-audit.mjs --fingerprint` takes it. */
const fingerprintOf = (half: string): string => createHash('sha256').update(Buffer.from(half, 'base64')).digest('hex')
