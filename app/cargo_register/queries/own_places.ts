import type { OwnPlaces } from '#core/cargo/nature'
import { firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** Country and ports of the administration, whoever asks: what it calls inbound and outbound. */
export async function ownPlaces(): Promise<OwnPlaces> {
  const settings = await firstRow<{ ports: string }>(`select ports from tenant.settings`)
  const ports = (settings?.ports ?? '').split(/\s+/).filter(Boolean)
  return { country: tenancy.current().administration.country, ports: new Set(ports) }
}
