import { spawn, spawnSync } from 'node:child_process'
import { chownSync, closeSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from '../failure.mjs'
import { isAlive, signal, until } from '../processes.mjs'
import { runAs } from './account.mjs'
import { clearLeftovers, livingPostmaster, readPidFile } from './leftovers.mjs'
import { settings } from './settings.mjs'

const CHILD_ENV = { LC_ALL: 'C.UTF-8', PATH: '/usr/bin:/bin' }

function writeOwned(path, text, account) {
  writeFileSync(path, text, { mode: 0o600 })
  if (account) chownSync(path, account.uid, account.gid)
}

/** A running server: pid and the directory of its socket. `adopted` says that it ran before. */
const running = ({ pid, sockets }, adopted) => ({ pid, host: sockets, port: 5432, adopted })

/** Takes over a server that outlived its supervisor; one that is just stopping is waited for. */
async function adopt(data) {
  const found = livingPostmaster(data)
  if (!found) return null
  const settled = () => !isAlive(found.pid) || readPidFile(data)?.state === 'ready'
  if (!(await until(settled, 60_000)))
    throw new Failure(`the database server ${found.pid} is neither ready nor gone; end it and start again`)
  return isAlive(found.pid) ? running({ pid: found.pid, sockets: readPidFile(data).sockets }, true) : null
}

/**
 * Starts the cluster at `place` or adopts the living one. The server gets a session of its own, so
 * that Ctrl-C reaches the supervisor alone and web and worker can finish first.
 * Readiness: line 8 of postmaster.pid.
 */
export async function startCluster(place, { disposable }) {
  const { account, native, home, data, sockets } = place
  const adopted = await adopt(data)
  if (adopted) return adopted
  await clearLeftovers(data, sockets)
  writeOwned(join(data, 'landfall.conf'), settings(sockets, { disposable }), account)
  const logFile = join(home, 'server.log')
  const log = openSync(logFile, 'w', 0o600)
  const child = spawn(join(native, 'bin/postgres'), ['-D', data], {
    cwd: data,
    env: CHILD_ENV,
    detached: true,
    stdio: ['ignore', log, log],
    ...runAs(account),
  })
  closeSync(log)
  let failure = null
  child.once('error', (error) => (failure = error.message))
  child.once('exit', () => (failure ??= readFileSync(logFile, 'utf8').trim().split('\n').slice(-8).join('\n')))
  child.unref()
  const ready = () => {
    const file = readPidFile(data)
    return file?.pid === child.pid && file.state === 'ready'
  }
  await until(() => failure !== null || ready(), 120_000)
  if (failure !== null || !ready())
    throw new Failure(`the database server did not start:\n${failure ?? `see ${logFile}`}`)
  return running({ pid: child.pid, sockets }, false)
}

/** Stops the server: fast first, immediate when it does not answer. Both are safe for the data. */
export async function stopCluster({ data }) {
  const found = livingPostmaster(data)
  if (!found) return
  for (const [name, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ]) {
    signal(found.pid, name)
    if (await until(() => !isAlive(found.pid), patience, 10)) return
  }
  throw new Failure(`the database server ${found.pid} does not stop`)
}

/** Runs one line of SQL as superuser on a stopped cluster: the only way in without a password. */
export function singleUser({ account, native, data }, sql) {
  const run = spawnSync(join(native, 'bin/postgres'), ['--single', '-D', data, '-c', 'exit_on_error=on', 'postgres'], {
    cwd: data,
    env: CHILD_ENV,
    input: `${sql}\n`,
    encoding: 'utf8',
    ...runAs(account),
  })
  if (run.status !== 0) throw new Error('the database could not be opened for its first preparation')
}
