import { tenancy } from '#platform/tenancy/tenant_context'
import { derive, seal, unseal } from './envelope.js'
import { KeyUnknown } from './errors.js'
import { keyEncryptionNamed, type KeyEncryption } from './key_encryption.js'

export interface MasterKey {
  id: string
  kid: string
  key: Buffer
}

const tenantId = () => tenancy.current().administration.id
const bindOf = (kid: string) => `${tenantId()}:master:${kid}`

/** The wrap of a master key under a key-encryption key. */
export const wrapMaster = (master: Buffer, kid: string, by: KeyEncryption): Buffer =>
  seal(master, derive(by.key, tenantId(), 'wrap-master'), bindOf(kid), by.kid)

/** Opens the first wrap that this process holds the key-encryption key of. */
export function openMaster(kid: string, wraps: readonly { by_kid: string; wrapped: Buffer }[]): Buffer {
  for (const { by_kid: by, wrapped } of wraps) {
    const key = keyEncryptionNamed(by)
    if (key) return unseal(wrapped, derive(key, tenantId(), 'wrap-master'), bindOf(kid))
  }
  throw new KeyUnknown()
}

/** The wrap of a data key under a master key. */
export const wrapData = (master: Omit<MasterKey, 'id'>, kid: string, key: Buffer): Buffer =>
  seal(key, derive(master.key, tenantId(), 'wrap-data'), `${tenantId()}:${kid}`, master.kid)

export const openData = (master: Buffer, kid: string, wrapped: Buffer): Buffer =>
  unseal(wrapped, derive(master, tenantId(), 'wrap-data'), `${tenantId()}:${kid}`)
