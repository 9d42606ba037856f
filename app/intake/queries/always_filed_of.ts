import { firstRow } from '#platform/tenancy/database'

/**
 * Canonical paths that this filer always files when they apply (`places.transhipment`, …): only
 * there is absence an answer (DECISIONS 15). Empty for whom nothing was declared.
 */
export async function alwaysFiledOf(senderId: string): Promise<ReadonlySet<string>> {
  const sender = await firstRow<{ always_filed: string }>(`select always_filed from tenant.senders where id = ?::uuid`, [senderId])
  return new Set((sender?.always_filed ?? '').split(/\s+/).filter((path) => path !== ''))
}
