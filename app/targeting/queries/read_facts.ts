import type { FactSnapshot } from '#core/facts/catalogue'
import { derivedKey, unseal } from '#platform/crypto/envelope'
import { firstRow } from '#platform/tenancy/database'
import { tenancy } from '#platform/tenancy/tenant_context'

/** The facts an assessment saw, from its sealed snapshot; `null` when there is no such assessment. */
export async function readFacts(assessmentId: string): Promise<FactSnapshot | null> {
  const row = await firstRow<{ facts: Buffer }>(`select facts from tenant.assessments where id = ?`, [assessmentId])
  if (!row) return null
  const key = derivedKey(tenancy.current().administration.id, 'facts')
  return JSON.parse(unseal(row.facts, key, assessmentId).toString('utf8')) as FactSnapshot
}
