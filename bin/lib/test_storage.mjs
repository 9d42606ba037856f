import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeDir, root } from './paths.mjs'
import { stopCluster } from './postgres/cluster.mjs'
import { placeCluster } from './postgres/placement.mjs'
import { isAlive, processesIn, signal } from './processes.mjs'

const home = join(root, 'storage')
const PREFIX = 'test-'

/** Stops the servers of a test directory and removes it; the cluster may live outside of it. */
export async function removeTestStorage(storage) {
  for (const pid of processesIn(join(storage, 'redis'))) signal(pid, 'SIGKILL')
  const place = placeCluster(storage)
  await stopCluster(place)
  for (const path of [place.home, place.sockets, storage]) rmSync(path, { recursive: true, force: true })
}

/** A fresh directory for this run; what killed runs left behind goes first. */
export async function makeTestStorage() {
  makeDir(home)
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(PREFIX)))
    if (!isAlive(Number(name.slice(PREFIX.length)))) await removeTestStorage(join(home, name))
  return makeDir(join(home, `${PREFIX}${process.pid}`))
}
