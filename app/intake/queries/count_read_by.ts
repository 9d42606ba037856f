import { firstRow } from '#platform/tenancy/database'

/** Messages of the last 30 days that were read by one of these format profiles, by code. */
export async function countReadBy(profiles: readonly string[]): Promise<number> {
  const found = await firstRow<{ count: number }>(
    `select count(*)::int as count from tenant.messages m
      where split_part(m.profile, '@', 1) = any (?::text[]) and m.read_at > now() - interval '30 days'`,
    [profiles]
  )
  return found?.count ?? 0
}
