import { firstRow } from '#platform/tenancy/database'

/** Ports of the administration, whoever asks: what it calls inbound and outbound. */
export async function ownPorts(): Promise<ReadonlySet<string>> {
  const settings = await firstRow<{ ports: string }>(`select ports from tenant.settings`)
  return new Set((settings?.ports ?? '').split(/\s+/).filter(Boolean))
}
