import type { TransactionClientContract } from '@adonisjs/lucid/types/database'
import type { Administration } from '#platform/tenancy/tenant_context'
import { canonicalOf, entryHash, GENESIS, type ChainHead, type StoredEntry } from './canonical.js'
import { asSealer, takeTurn } from './chain.js'
import { statementsOf } from './statements.js'

export interface SealedBatch {
  sealed: number
  /** Entries that waited and are gone: somebody took them out before they were chained. */
  vanished: number
}

type Taken = { entry_id: string } & (StoredEntry | { id: null })

/**
 * Chains the oldest entries that wait: numbers without a gap, each with the hash over the one before.
 * An entry that commits late finds its place in the queue and is chained then: the order of the
 * chain is the order of sealing, and no clock and no id decides it.
 */
export async function sealBatch(administration: Administration, most: number): Promise<SealedBatch> {
  return asSealer(administration, async (client) => {
    if (!(await takeTurn(client, 'seal', administration))) return { sealed: 0, vanished: 0 }
    const { id } = administration
    const head = await headOf(client, administration)
    const { rows } = await client.rawQuery(statementsOf(administration).take, [id, most, id, id])
    const entries = (rows as Taken[]).filter((row): row is { entry_id: string } & StoredEntry => row.id !== null)
    const seals = chained(id, head, entries)
    if (seals.length > 0) {
      await client.rawQuery(statementsOf(administration).seal, [
        id,
        seals.map(({ seq }) => seq),
        seals.map(({ entry }) => entry),
        seals.map(({ hash }) => hash),
      ] as never)
    }
    return { sealed: seals.length, vanished: rows.length - entries.length }
  })
}

export async function headOf(client: TransactionClientContract, administration: Administration): Promise<ChainHead> {
  const { rows } = await client.rawQuery(statementsOf(administration).head, [administration.id])
  return (rows[0] as ChainHead | undefined) ?? GENESIS
}

function chained(tenant: string, head: ChainHead, entries: readonly StoredEntry[]) {
  let { seq, hash } = head
  return entries.map((entry) => {
    seq++
    hash = entryHash(hash, canonicalOf(tenant, seq, entry))
    return { seq, hash, entry: entry.id }
  })
}
