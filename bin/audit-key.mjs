/**
 * `npm run audit:key`            names the keys that sign the audit's anchors, with their fingerprints
 * `npm run audit:key -- rotate`  makes a new one; the worker signs with it from its next start on
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadAuditKeys, rotateAuditKey } from './lib/audit_keys.mjs'
import { fail, Failure } from './lib/failure.mjs'
import { makeDir, storageDir as storage } from './lib/paths.mjs'

const fingerprint = (key) => createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex')

/** Each chain is handed over by the key that signed its last line: a key nobody has signed with yet cannot do that. */
function rotate(directory) {
  const { id } = loadAuditKeys(directory).keys.at(-1)
  const anchors = join(storage, 'audit')
  for (const name of existsSync(anchors) ? readdirSync(anchors) : []) {
    const last = JSON.parse(readFileSync(join(anchors, name), 'utf8').trim().split('\n').at(-1))
    if (last.key !== id && last.next_key !== id)
      throw new Failure(
        `${name} still ends with ${last.key}: start the worker once, so that ${id} takes over, then rotate.`
      )
  }
  rotateAuditKey(directory)
}

try {
  const [command, ...rest] = process.argv.slice(2)
  if (rest.length > 0 || (command !== undefined && command !== 'rotate'))
    throw new Failure('npm run audit:key [-- rotate]')
  const directory = makeDir(join(storage, 'secrets'), 0o700)
  if (command === 'rotate') rotate(directory)
  const { keys } = loadAuditKeys(directory)
  for (const { id, madeAt, public: half } of keys) console.log(`${id}  ${madeAt}  ${fingerprint(half)}`)
  if (command === 'rotate') console.log(`${keys.at(-1).id} signs from the next start of the worker on.`)
} catch (error) {
  fail(error)
}
