import { normaliseIdentifier } from '#core/matching/normalise_identifier'
import { normaliseName } from '#core/matching/normalise_name'
import { rows } from '#platform/tenancy/database'
import { partyInScope } from './party_in_scope.js'

export interface PartyLine {
  identity: string
  /** As first filed. */
  name: string
  countries: string[]
  identifiers: string[]
  /** Forms in which it was filed. */
  forms: number
  /** Consignments of 24 months, by UTC day. */
  asConsignee: number
  asConsignor: number
  /** Noon (UTC) of the day. */
  lastSeen: string | null
}

const MOST = 50
/** Above every sign of a name in the order of bytes. */
const AFTER = '~'

/**
 * Parties whose compared name begins with what is asked, or that have it as a number; without a question those that
 * appeared last. At most fifty.
 */
export async function listParties(q: string): Promise<PartyLine[]> {
  const scope = partyInScope()
  const [name, number] = [normaliseName(q), normaliseIdentifier(q)]
  const all = q.trim() === ''
  return rows<PartyLine>(
    `with wanted as (
       select k.identity, max(k.first_seen_at) as at
         from (select * from tenant.identity_keys where ?::boolean order by first_seen_at desc limit 1000) k where ${scope.sql} group by k.identity
       union all
       select k.identity, max(k.first_seen_at) as at from tenant.identity_keys k
        where not ?::boolean and ((k.name collate "C" >= ? and k.name collate "C" < ? and ? <> '') or (k.number = ? and ? <> '')) and ${scope.sql}
        group by k.identity
       order by at desc, identity limit ${MOST})
     select k.identity, (array_agg(k.shown order by k.first_seen_at, k.key))[1] as name,
            coalesce(array_agg(distinct k.country) filter (where k.country is not null), '{}') as countries,
            coalesce(array_agg(distinct k.identifier) filter (where k.identifier is not null), '{}') as identifiers, count(*)::int as forms,
            coalesce(sum(s.consignee), 0)::int as "asConsignee", coalesce(sum(s.consignor), 0)::int as "asConsignor", max(s.last)::text || 'T12:00:00Z' as "lastSeen"
       from wanted w join tenant.identity_keys k on k.identity = w.identity
       left join lateral (
         select sum(d.count) filter (where d.kind = 'consignee') as consignee, sum(d.count) filter (where d.kind = 'consignor') as consignor, max(d.day) as last
           from tenant.history_days d where d.kind in ('consignee', 'consignor') and d.key = k.key and d.other = ''
            and d.day >= (now() at time zone 'UTC')::date - 730) s on true
      group by k.identity, w.at order by w.at desc, k.identity`,
    [all, ...scope.bindings, all, name, `${name}${AFTER}`, name, number, number, ...scope.bindings]
  )
}
