import { createHash } from 'node:crypto'

/** One entry as it stands in the database, with the names of its columns; `at` in UTC with microseconds. */
export interface StoredEntry {
  id: string
  at: string
  action: string
  class: string
  actor_kind: string
  actor_id: string
  person: string | null
  session: string | null
  support_session: string | null
  subject_kind: string | null
  subject_id: string | null
  data: unknown
  request: string
}

export interface ChainHead {
  seq: number
  hash: string
}

/** What stands before the first entry. */
export const GENESIS: ChainHead = { seq: 0, hash: '0'.repeat(64) }

/** RFC 8785: members sorted by UTF-16 code units, nothing between them; texts and numbers as ECMAScript writes them. */
export function jcs(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jcs).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${jcs(member)}`).join(',')}}`
}

const sha256 = (...parts: (string | Uint8Array)[]): string => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** The text of an entry that its place in the chain vouches for (SECURITY section 8); `bin/verify-audit.mjs` writes the same. */
export const canonicalOf = (tenant: string, seq: number, entry: StoredEntry): string =>
  jcs({
    tenant,
    seq,
    id: entry.id,
    at: entry.at,
    actor: { kind: entry.actor_kind, id: entry.actor_id },
    person: entry.person,
    session: entry.session,
    support_session: entry.support_session,
    action: entry.action,
    subject: entry.subject_kind === null ? null : { kind: entry.subject_kind, id: entry.subject_id },
    class: entry.class,
    data_hash: sha256(jcs(entry.data)),
    request: entry.request,
  })

const LEAF = Uint8Array.of(0)
const INNER = Uint8Array.of(1)

export const entryHash = (prev: string, canonical: string): string => sha256(LEAF, Buffer.from(prev, 'hex'), canonical)

/** Root over the hashes of entries in their order; an odd one goes up as it is. */
export function merkleRoot(hashes: readonly string[]): string {
  let level: Buffer[] = hashes.map((hash) => Buffer.from(hash, 'hex'))
  while (level.length > 1) {
    const next: Buffer[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at]!, level[at + 1]]
      next.push(right ? Buffer.from(sha256(INNER, left, right), 'hex') : left)
    }
    level = next
  }
  return level[0]?.toString('hex') ?? GENESIS.hash
}
