import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { readJson, writePrivateJson } from './files.mjs'
import { Secret } from './secret.mjs'

const fileOf = (directory) => join(directory, 'audit.json')

function makeKey(number) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    id: `audit-${number}`,
    madeAt: new Date().toISOString(),
    public: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    private: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
  }
}

function readOrMake(directory) {
  const found = readJson(fileOf(directory))
  if (found) return found
  const made = { keys: [makeKey(1)] }
  writePrivateJson(fileOf(directory), made)
  return made
}

/** Keys that sign the anchors of the audit, oldest first; the last one signs. Private halves are kept of the last two. */
export const loadAuditKeys = (directory) => ({
  keys: readOrMake(directory).keys.map((key) => ({
    ...key,
    private: key.private ? new Secret(key.private) : undefined,
  })),
})

/** A new key signs from the worker's next start on; the one before hands each chain over, and older ones only verify. */
export function rotateAuditKey(directory) {
  const { keys } = readOrMake(directory)
  const next = makeKey(keys.length + 1)
  const kept = keys.map(({ private: half, ...key }, at) => (at === keys.length - 1 ? { ...key, private: half } : key))
  writePrivateJson(fileOf(directory), { keys: [...kept, next] })
  return next
}
