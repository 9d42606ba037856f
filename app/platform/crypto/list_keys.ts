import { rows } from '#platform/tenancy/database'

export interface ListedKey {
  class: string
  kid: string
  state: 'live' | 'former' | 'destroyed'
  /** Ids of the keys that wrap it; empty once it is destroyed. */
  wrappedBy: string
  createdAt: Date
  endedAt: Date | null
  rule: string | null
}

/** Keys of the current administration, master keys first. */
export const listKeys = () =>
  rows<ListedKey>(
    `select k.class, k.kid, k.state, k.created_at as "createdAt", k.ended_at as "endedAt", k.ended_rule as rule,
       coalesce((select string_agg(w.by_kid, ' ' order by w.by_kid) from tenant.key_wraps w where w.key_id = k.id), '') as "wrappedBy"
       from tenant.keys k order by k.class <> 'master', k.class, k.period, k.id`
  )
