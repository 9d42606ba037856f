import { rows } from '#platform/tenancy/database'

/** Keys that belong to one identity; a key that was never told apart is alone. */
export type SameIdentity = (key: string) => readonly string[]

/** All keys of whoever these keys belong to. Most parties have one: only the others come back. */
export async function sameIdentity(keys: readonly string[]): Promise<SameIdentity> {
  const found =
    keys.length === 0
      ? []
      : await rows<{ key: string; members: string[] }>(
          `select k.key, array_agg(m.key order by m.key collate "C") as members
             from tenant.identity_keys k join tenant.identity_keys m on m.identity = k.identity
            where k.key = any(?::text[]) group by k.key having count(*) > 1`,
          [[...new Set(keys)]]
        )
  const members = new Map(found.map((each) => [each.key, each.members]))
  return (key) => members.get(key) ?? [key]
}
