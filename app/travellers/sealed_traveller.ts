import type { Traveller } from '#core/cargo/traveller_list'
import { currentKey, keyNamed } from '#platform/crypto/data_keys'
import { kidOf, seal, unseal } from '#platform/crypto/envelope'
import { KeyDestroyed } from '#platform/crypto/errors'

/** Seals travellers, each bound to its row, under the month's key of travellers. */
export async function sealer(): Promise<(traveller: Traveller, rowId: string) => Buffer> {
  const { kid, key } = await currentKey('travellers')
  return (traveller, rowId) => seal(Buffer.from(JSON.stringify(traveller)), key, rowId, kid)
}

export interface SealedRow {
  id: string
  sealed: Buffer
}

/** The travellers of these rows, in their order; `null` where the key was destroyed. One look-up a key. */
export async function openTravellers(found: readonly SealedRow[]): Promise<(Traveller | null)[]> {
  const keys = new Map<string, Buffer | null>()
  for (const kid of new Set(found.map(({ sealed }) => kidOf(sealed)))) keys.set(kid, await keyOrNone(kid))
  return found.map(({ id, sealed }) => {
    const key = keys.get(kidOf(sealed)) ?? null
    return key && (JSON.parse(unseal(sealed, key, id).toString('utf8')) as Traveller)
  })
}

async function keyOrNone(kid: string): Promise<Buffer | null> {
  try {
    return await keyNamed('travellers', kid)
  } catch (error) {
    if (error instanceof KeyDestroyed) return null
    throw error
  }
}
