import { rows } from '#platform/tenancy/database'

export async function profileNames(): Promise<Map<string, string>> {
  const found = await rows<{ id: string; name: string }>(`select id, name from tenant.profiles limit 5000`)
  return new Map(found.map(({ id, name }) => [id, name]))
}
