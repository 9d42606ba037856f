import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadAuditKeys } from './audit_keys.mjs'
import { Failure } from './failure.mjs'
import { readJson, writePrivateJson } from './files.mjs'
import { makeDir } from './paths.mjs'
import { Secret } from './secret.mjs'

const LOGIN_ROLES = ['owner', 'app', 'auth', 'queue', 'control', 'sealer']

const makeKeys = () => ({
  appKey: randomBytes(32).toString('base64url'),
  context: randomBytes(32).toString('base64'),
  job: randomBytes(32).toString('base64'),
  keyEncryption: { id: 'k1', key: randomBytes(32).toString('base64') },
  /** By id, base64: `./ace keys:rotate --kek` moves the current one here. */
  formerKeyEncryption: {},
  pepper: { id: 'pw-1', key: randomBytes(32).toString('base64') },
})

const makePasswords = () => Object.fromEntries(LOGIN_ROLES.map((role) => [role, randomBytes(24).toString('base64url')]))

const wrap = (value) =>
  typeof value === 'string'
    ? new Secret(value)
    : Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, name === 'id' ? inner : wrap(inner)]))

function readOrMake(path, make) {
  const found = readJson(path)
  const value = { ...make(), ...found }
  if (found === null || Object.keys(value).length > Object.keys(found).length) writePrivateJson(path, value)
  return value
}

/**
 * Keys and database passwords of this installation, made on the first start.
 * Data that was encrypted under lost keys cannot be read again, so missing keys beside an existing
 * database stop the start instead of being replaced.
 */
export function loadSecrets(storage, { databaseExists }) {
  const directory = makeDir(join(storage, 'secrets'), 0o700)
  const keysFile = join(directory, 'keys.json')
  if (databaseExists && !existsSync(keysFile))
    throw new Failure(
      `${keysFile} is missing, but this installation already has a database.\n` +
        'Restore the secrets directory from your backup. To begin anew without the data, remove the storage directory.'
    )
  return {
    directory,
    keys: wrap(readOrMake(keysFile, makeKeys)),
    passwords: wrap(readOrMake(join(directory, 'database.json'), makePasswords)),
    audit: loadAuditKeys(directory),
  }
}
