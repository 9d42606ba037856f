import type { Party } from '#core/cargo/consignment'
import { partyKey } from '#core/matching/party_key'
import { pseudonyms } from '#platform/crypto/pseudonym'
import { firstRow, rows } from '#platform/tenancy/database'

export const countRestrictions = async (requestId: string): Promise<number> =>
  (await firstRow<{ count: number }>(
    `select count(*)::int as count from tenant.party_restrictions where request_id = ? and lifted_at is null`,
    [requestId]
  ))!.count

/** For each party, whether its processing is restricted. Kept as keyed hashes: the table names nobody. */
export async function restrictedAmong(
  parties: readonly (Pick<Party, 'name' | 'identifiers'> | null)[]
): Promise<boolean[]> {
  const standing = await rows<{ hash: string }>(
    `select distinct party_hash as hash from tenant.party_restrictions where lifted_at is null`
  )
  if (standing.length === 0) return parties.map(() => false)
  const hashes = new Set(standing.map(({ hash }) => hash))
  const hashOf = await pseudonyms()
  return parties.map((party) => {
    const key = party && partyKey(party)
    return key !== null && hashes.has(hashOf(key))
  })
}
