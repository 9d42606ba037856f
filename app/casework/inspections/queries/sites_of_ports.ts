import { rows } from '#platform/tenancy/database'

/** Open sites at these ports: id → port. */
export async function sitesOfPorts(ports: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await rows<{ id: string; port: string }>(
    `select id, port from tenant.sites where closed_at is null and port = any (?::text[]) order by id limit 500`,
    [ports]
  )
  return new Map(found.map(({ id, port }) => [id, port]))
}
