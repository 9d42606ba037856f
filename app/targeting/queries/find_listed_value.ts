import { normalise } from '#core/matching/normalise'
import type { MatchKind } from '#core/matching/watch_list'
import { rows } from '#platform/tenancy/database'

/**
 * The entry in force or to come, in any live list, that says the same after normalisation. `key` is
 * the normalised value.
 */
export async function findListedValue(kind: MatchKind, key: string): Promise<{ value: string; list: string } | null> {
  const entries = await rows<{ value: string; list: string }>(
    `select e.value, l.name as list
       from tenant.watch_list_entries e
       join tenant.watch_lists l on l.tenant_id = e.tenant_id and l.id = e.watch_list_id
      where e.kind = ? and e.to_edition is null and l.state = 'live' and (e.valid_until is null or e.valid_until > now())
      order by l.name, e.id`,
    [kind]
  )
  return entries.find((entry) => normalise(kind, entry.value) === key) ?? null
}
