import { kidOf, seal, unseal } from '#platform/crypto/envelope'
import type { FactorStore } from './factor_store.js'

type Keeper = Pick<FactorStore, 'subject' | 'sealingKey' | 'sealingKeyNamed'>

/** A seed is kept sealed and bound to its person: copied to another row it opens nothing. */
export async function sealSeed(seed: Buffer, keeper: Keeper): Promise<Buffer> {
  const { kid, key } = await keeper.sealingKey()
  return seal(seed, key, `totp/${keeper.subject}`, kid)
}

/** `null` when the key that sealed it was retired: the authenticator has to be set up again. */
export async function unsealSeed(sealed: Buffer, keeper: Keeper): Promise<Buffer | null> {
  const key = await keeper.sealingKeyNamed(kidOf(sealed))
  return key && unseal(sealed, key, `totp/${keeper.subject}`)
}
