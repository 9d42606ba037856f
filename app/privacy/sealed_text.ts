import { currentKey, keyNamed } from '#platform/crypto/data_keys'
import { kidOf, seal, unseal } from '#platform/crypto/envelope'
import { KeyDestroyed } from '#platform/crypto/errors'

/** Text about a person, sealed under the month's key of subject requests and bound to its row. */
export async function sealText(text: string, rowId: string): Promise<Buffer> {
  const { kid, key } = await currentKey('subject_request')
  return seal(Buffer.from(text), key, rowId, kid)
}

/** `null` once it was erased. */
export async function openText(sealed: Buffer | null, rowId: string): Promise<string | null> {
  if (!sealed) return null
  try {
    const key = await keyNamed('subject_request', kidOf(sealed))
    return key ? unseal(sealed, key, rowId).toString('utf8') : null
  } catch (error) {
    if (error instanceof KeyDestroyed) return null
    throw error
  }
}
