import { createHash } from 'node:crypto'
import { chownSync, lstatSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../failure.mjs'
import { makeDir } from '../paths.mjs'
import { canReach, databaseAccount } from './account.mjs'
import { usableBinaries } from './binaries.mjs'

/** A socket address holds 104 bytes on the narrowest system; the name is `.s.PGSQL.5432`. */
const LONGEST_DIRECTORY = 103 - '/.s.PGSQL.5432'.length

const digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** A directory of mode 0700 that belongs to the database account. */
export function ownDir(path, account) {
  makeDir(path, 0o700)
  if (account) chownSync(path, account.uid, account.gid)
  return path
}

function socketDir(home, account) {
  const wanted = join(home, 'run')
  if (Buffer.byteLength(wanted) <= LONGEST_DIRECTORY) return ownDir(wanted, account)
  const short = join('/tmp', `landfall-${digest(home)}`)
  makeDir(short, 0o700)
  const owner = lstatSync(short)
  if (!owner.isDirectory() || ![process.getuid(), account?.uid].includes(owner.uid))
    throw new Failure(`${short} belongs to somebody else; remove it or clone into a shorter path`)
  return ownDir(short, account)
}

/**
 * Decides where binaries, cluster and socket live. Normally `<storage>/pg`; where the database
 * account cannot get there, a system data directory named after the storage.
 * @returns {{ account: object|null, native: string, home: string, data: string, sockets: string, remark: string }}
 */
export function placeCluster(storage) {
  const account = databaseAccount()
  const systemDir = join('/var/lib/landfall', digest(storage))
  makeDir(storage)
  const native = usableBinaries(account, dirname(systemDir))
  const reachable = canReach(account, storage)
  const home = makeDir(reachable ? join(storage, 'pg') : systemDir)
  return {
    account,
    native,
    home,
    data: join(home, 'data'),
    sockets: socketDir(home, account),
    remark: reachable ? '' : `cluster in ${home} (the checkout is closed to the account ${account.name})`,
  }
}
