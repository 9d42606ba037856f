import { similarity } from '#core/matching/similarity'
import { rows } from '#platform/tenancy/database'
import type { PartyForm } from './get_party.js'
import { partyInScope } from './party_in_scope.js'

/** Why two identities may be one party. A likeness of names is told last and never decides anything. */
export type TwinReason = 'number' | 'name' | 'contact' | 'address' | 'spelling'
export interface Twin {
  identity: string
  name: string
  country: string | null
  identifier: string | null
  why: TwinReason[]
}

interface Candidate extends Omit<Twin, 'why'> {
  compared: string
  why: TwinReason
}

const MOST = 8
const ORDER: readonly TwinReason[] = ['number', 'name', 'contact', 'address', 'spelling']
/** Letters with which a name that is nearly the same begins too, and how alike it is. */
const OPENING = 4
const LEAST = 0.88

const FOUND = `
  select k.*, 'number' as why from tenant.identity_keys k where k.number = any(?::text[])
  union all (select k.*, 'name' from tenant.identity_keys k where k.name <> '' and k.name collate "C" = any(?::text[]) limit 300)
  union all select k.*, t.why from (
      select distinct x.other as key, case when x.kind like '%contact' then 'contact' else 'address' end as why
        from (select distinct on (kind, key) kind, key from tenant.history_traces where consignment_id = any(?::uuid[]) and kind in ('contact','address','consignor_contact','consignor_address')
                and other = any(?::text[]) limit 50) mine
        join tenant.history_traces x on x.key = mine.key and x.kind = mine.kind limit 500) t
    join tenant.identity_keys k on k.key = t.key
  union all (select k.*, 'spelling' from unnest(?::text[]) o (opening)
    cross join lateral (select * from tenant.identity_keys where name collate "C" >= o.opening and name collate "C" < o.opening || '~' limit 300) k)`

/** Identities that may be this party, with the reasons; not those that a person set apart from it. */
export async function suggestTwins(
  identity: string,
  forms: readonly PartyForm[],
  consignments: readonly string[]
): Promise<Twin[]> {
  const scope = partyInScope()
  const names = [...new Set(forms.map(({ name }) => name).filter((name) => name !== ''))]
  const found = await rows<Candidate>(
    `select k.identity, k.shown as name, k.name as compared, k.country, k.identifier, k.why from (${FOUND}) k
      where k.identity <> ? and ${scope.sql} and not exists (select 1 from tenant.identity_decisions d where d.kind = 'split' and d.undone_at is null
        and ((d.from_identity = k.identity and d.into_identity = ?) or (d.from_identity = ? and d.into_identity = k.identity)))
      order by k.first_seen_at, k.key`,
    [
      forms.flatMap(({ identifier }) => identifier?.split(':')[1] ?? []),
      names,
      consignments,
      forms.map(({ key }) => key),
      names.map((name) => name.slice(0, OPENING)).filter((opening) => opening.length === OPENING),
      identity,
      ...scope.bindings,
      identity,
      identity,
    ]
  )
  const twins = new Map<string, Twin>()
  for (const { why, compared, ...each } of found) {
    if (why === 'spelling' && !names.some((name) => similarity(name, compared, LEAST) >= LEAST)) continue
    const twin = twins.get(each.identity) ?? { ...each, why: [] }
    if (!twin.why.includes(why)) twin.why.push(why)
    twins.set(each.identity, twin)
  }
  const rank = ({ why }: Twin) => Math.min(...why.map((each) => ORDER.indexOf(each)))
  return [...twins.values()]
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
    .map((twin) => ({ ...twin, why: ORDER.filter((each) => isTold(each, twin.why)) }))
}

/** A name that is the same is not told as nearly the same too. */
const isTold = (reason: TwinReason, why: readonly TwinReason[]): boolean =>
  why.includes(reason) && !(reason === 'spelling' && why.includes('name'))
