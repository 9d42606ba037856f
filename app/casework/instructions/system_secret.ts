import { currentKey, keyNamed } from '#platform/crypto/data_keys'
import { kidOf, seal, unseal } from '#platform/crypto/envelope'

const bindOf = (systemId: string) => `connected-system/${systemId}`

/** Sealed and bound to its system: copied to another row it opens nothing. */
export async function sealSecret(systemId: string, secret: string): Promise<Buffer> {
  const { kid, key } = await currentKey('webhook')
  return seal(Buffer.from(secret), key, bindOf(systemId), kid)
}

/** Secrets that sign now, the newest first; none when the key that sealed them was destroyed. */
export async function unsealSecrets(systemId: string, sealed: readonly (Buffer | null)[]): Promise<string[]> {
  const secrets: string[] = []
  for (const each of sealed) {
    const key = each && (await keyNamed('webhook', kidOf(each)))
    if (each && key) secrets.push(unseal(each, key, bindOf(systemId)).toString())
  }
  return secrets
}
