import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../failure.mjs'
import { commandLineOf, isAlive, processesIn, signal, until } from '../processes.mjs'

/**
 * What postmaster.pid says: line 1 pid, 5 socket directory, 8 state.
 * @returns {{ pid: number, sockets: string, state: string } | null}
 */
export function readPidFile(data) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), sockets: (lines[4] ?? '').trim(), state: (lines[7] ?? '').trim() }
  } catch (error) {
    if (error.code === 'ENOENT') return null
    throw error
  }
}

/** The living postmaster of this data directory; a pid reused by another program does not count. */
export function livingPostmaster(data) {
  const found = readPidFile(data)
  return found && isAlive(found.pid) && commandLineOf(found.pid).includes(data) ? found : null
}

/**
 * Makes a data directory startable after its postmaster was killed. Server processes that outlived
 * it still write to the files: postmaster.pid may go only when none is left.
 * @param {(pid: number, name: string) => void} [end] sends a signal
 */
export async function clearLeftovers(data, sockets, end = signal) {
  const orphans = () => processesIn(data)
  if (!(await until(() => orphans().length === 0, 2000))) {
    for (const name of ['SIGQUIT', 'SIGKILL']) {
      for (const pid of orphans()) end(pid, name)
      if (await until(() => orphans().length === 0, 5000)) break
    }
  }
  if (orphans().length > 0)
    throw new Failure(`processes ${orphans().join(', ')} still use ${data}; end them and start again`)
  rmSync(join(data, 'postmaster.pid'), { force: true })
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) {
    const path = join(sockets, name)
    if (existsSync(path)) rmSync(path, { force: true })
  }
}
