import { rows } from '#platform/tenancy/database'

/** Names of the ships of these calls, as filed; what is no call, or has no name, is left out. */
export async function listShipNames(callIds: readonly string[]): Promise<Map<string, string>> {
  if (callIds.length === 0) return new Map()
  const found = await rows<{ id: string; name: string }>(
    `select id, means_name as name from tenant.calls where id = any (?::uuid[]) and means_name is not null`,
    [`{${callIds.join(',')}}`]
  )
  return new Map(found.map(({ id, name }) => [id, name]))
}
