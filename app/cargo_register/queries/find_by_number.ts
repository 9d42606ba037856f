import { normaliseNumber } from '#core/matching/normalise_number'
import { containerCheckDigit } from '#core/reference/check_digits'
import { rows } from '#platform/tenancy/database'
import { consignmentInScope } from './consignment_in_scope.js'

export interface NumberFound {
  consignmentId: string
  kind: 'reference' | 'master' | 'equipment'
  /** As compared: letters and digits. */
  key: string
  reference: string | null
  description: string | null
  consigneeName: string | null
  firstRegisteredAt: Date
}

export interface FoundByNumber {
  results: NumberFound[]
  /** A container number whose check digit was wrong or missing, and what it should be. */
  repaired: { from: string; to: string } | null
}

/** Consignments by bill, master bill or container number; the newest first, at most 20. */
export async function findByNumber(q: string): Promise<FoundByNumber> {
  const asked = normaliseNumber(q)
  if (asked.length < 4) return { results: [], repaired: null }
  const direct = await search([asked])
  if (direct.length > 0) return { results: direct, repaired: null }
  const { valid, expected } = containerCheckDigit(asked)
  if (valid || expected === null) return { results: [], repaired: null }
  const to = `${asked.slice(0, 10)}${expected}`
  const results = await search([to])
  return { results, repaired: results.length > 0 ? { from: asked, to } : null }
}

async function search(keys: readonly string[]): Promise<NumberFound[]> {
  const scope = consignmentInScope()
  return rows<NumberFound>(
    `select n.consignment_id as "consignmentId", n.kind, n.key, c.reference, c.description, c.consignee_name as "consigneeName",
       c.first_registered_at as "firstRegisteredAt"
       from tenant.consignment_numbers n join tenant.consignments c on c.id = n.consignment_id
      where n.key = any(?::text[]) and n.kind in ('reference', 'master', 'equipment') and ${scope.sql}
      order by c.first_registered_at desc, n.consignment_id, n.kind limit 20`,
    [keys, ...scope.bindings]
  )
}
