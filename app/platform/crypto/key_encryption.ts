import env from '#start/env'

export interface KeyEncryption {
  kid: string
  key: Buffer
}

/** The key-encryption key that wraps from now on. */
export const currentKeyEncryption = (): KeyEncryption => ({
  kid: env.get('LANDFALL_KEK_ID'),
  key: Buffer.from(env.get('LANDFALL_KEK'), 'base64'),
})

/** One that this process holds, the current or a former one, by its id. */
export function keyEncryptionNamed(kid: string): Buffer | null {
  const current = currentKeyEncryption()
  if (kid === current.kid) return current.key
  const former = JSON.parse(env.get('LANDFALL_KEK_FORMER') ?? '{}') as Record<string, string>
  return former[kid] ? Buffer.from(former[kid], 'base64') : null
}
