import type { FactSnapshot } from '#core/facts/catalogue'
import { keyNamed } from '#platform/crypto/data_keys'
import { kidOf, unseal } from '#platform/crypto/envelope'
import { KeyDestroyed } from '#platform/crypto/errors'
import { erasureOf, type Erasure } from '#platform/retention/erasure'
import { firstRow } from '#platform/tenancy/database'
import { unpackJson } from '../packed_json.js'

/** The inputs of an assessment, or since when and by which rule they are no longer kept (DECISIONS 16). */
export type FactsRead = { facts: FactSnapshot; erased: null } | { facts: null; erased: Erasure }

/** The facts an assessment saw, from its sealed snapshot; `null` when there is no such assessment. */
export async function readFacts(assessmentId: string): Promise<FactsRead | null> {
  const row = await firstRow<{ facts: Buffer; erased_at: Date | null; erased_rule: string | null }>(
    `select facts, erased_at, erased_rule from tenant.assessments where id = ?`,
    [assessmentId]
  )
  if (!row) return null
  const erased = erasureOf(row)
  if (erased) return { facts: null, erased }
  try {
    const key = await keyNamed('facts', kidOf(row.facts))
    if (!key) throw new Error(`The snapshot of assessment ${assessmentId} names a key that never was`)
    return { facts: unpackJson<FactSnapshot>(unseal(row.facts, key, assessmentId)), erased: null }
  } catch (error) {
    if (error instanceof KeyDestroyed) return { facts: null, erased: { at: error.endedAt, rule: error.rule ?? 'key' } }
    throw error
  }
}
