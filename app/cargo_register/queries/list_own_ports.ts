import { referenceData } from '#platform/reference/service'
import { firstRow } from '#platform/tenancy/database'
import { isPortInScope } from '#platform/tenancy/unit_scope'

/** Ports of the administration that the officer's units look at, in its order, with their names. */
export async function listOwnPorts(): Promise<{ code: string; name: string }[]> {
  const settings = await firstRow<{ ports: string }>(`select ports from tenant.settings`)
  const codes = (settings?.ports ?? '').split(/\s+/).filter((code) => code !== '' && isPortInScope(code))
  return codes.map((code) => ({ code, name: referenceData().place(code)?.name ?? code }))
}
