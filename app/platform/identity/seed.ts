import { kidOf, seal, unseal } from '#platform/crypto/envelope'
import type { FactorStore } from './factor_store.js'

type Keeper = Pick<FactorStore, 'subject' | 'sealingKey' | 'sealingKeyNamed'>

/** A seed is kept sealed and bound to its person: copied to another row it opens nothing. */
export async function sealSeed(seed: Buffer, keeper: Keeper): Promise<Buffer> {
  const { kid, key } = await keeper.sealingKey()
  return seal(seed, key, `totp/${keeper.subject}`, kid)
}

export async function unsealSeed(sealed: Buffer, keeper: Keeper): Promise<Buffer> {
  const key = await keeper.sealingKeyNamed(kidOf(sealed))
  if (!key) throw new Error('the key of this seed is not here: the second factor has to be reset')
  return unseal(sealed, key, `totp/${keeper.subject}`)
}
