import { normaliseNumber } from '#core/matching/normalise_number'
import { rows } from '#platform/tenancy/database'

/** Filed consignments of a call: all, or those that the numbers name, with the numbers that name none. */
export async function findOfCall(
  callId: string,
  numbers: readonly string[] | null
): Promise<{ ids: string[]; unknown: string[] }> {
  if (numbers === null) {
    const all = await rows<{ id: string }>(
      `select id from tenant.consignments where call_id = ? and state = 'filed' order by id`,
      [callId]
    )
    return { ids: all.map(({ id }) => id), unknown: [] }
  }
  const keys = new Map(numbers.map((number) => [normaliseNumber(number), number]))
  const found = await rows<{ id: string; key: string }>(
    `select distinct c.id, n.key from tenant.consignment_numbers n
       join tenant.consignments c on c.tenant_id = n.tenant_id and c.id = n.consignment_id
      where c.call_id = ? and c.state = 'filed' and n.key = any (?::text[]) order by c.id`,
    [callId, [...keys.keys()]]
  )
  for (const { key } of found) keys.delete(key)
  return { ids: [...new Set(found.map(({ id }) => id))], unknown: [...keys.values()] }
}
