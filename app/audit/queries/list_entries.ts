import { rows } from '#platform/tenancy/database'
import { periodOf } from '../period.js'

export interface EntryFilter {
  /** `YYYY-MM-DD` in the administration's zone, both inclusive. */
  from: string | null
  to: string | null
  actor: string | null
  action: string | null
  kind: string | null
  subject: string | null
  class: string | null
}

export interface ListedEntry {
  id: string
  at: Date
  action: string
  class: string
  actorKind: string
  actorId: string
  actorName: string | null
  subjectKind: string | null
  subjectId: string | null
  /** `null` while it waits to be sealed. */
  seq: number | null
}

export const ENTRIES_PER_PAGE = 50

/** Newest first; one more than a page, to say whether there are older ones. */
export async function listEntries(filter: EntryFilter, before: string | null): Promise<ListedEntry[]> {
  const { since, until } = periodOf(filter.from, filter.to)
  const { actor, action, kind, subject } = filter
  return rows<ListedEntry>(
    `select e.id, e.at, e.action, e.class, e.actor_kind as "actorKind", e.actor_id as "actorId", coalesce(o.name, t.name) as "actorName",
       e.subject_kind as "subjectKind", e.subject_id as "subjectId", s.seq::float8 as seq
       from (select * from tenant.audit_entries
              where (?::uuid is null or id < ?::uuid) and (?::timestamptz is null or at >= ?::timestamptz) and (?::timestamptz is null or at < ?::timestamptz)
                and (?::text is null or actor_id = ?::text) and (?::text is null or action = ?::text) and (?::text is null or subject_kind = ?::text)
                and (?::text is null or subject_id = ?::text) and (?::text is null or class = ?::text)
              order by id desc limit ?) e
       left join tenant.audit_seals s on s.entry_id = e.id
       left join tenant.officers o on e.actor_kind in ('officer','filer') and o.id::text = e.actor_id
       left join tenant.api_tokens t on e.actor_kind = 'token' and t.id::text = e.actor_id
      order by e.id desc`,
    [
      ...[before, since, until, actor, action, kind, subject, filter.class].flatMap((value) => [value, value]),
      ENTRIES_PER_PAGE + 1,
    ]
  )
}
