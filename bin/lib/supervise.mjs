import { fork } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeDir } from './paths.mjs'
import { identityOf, isAlive, signal, until } from './processes.mjs'

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 30_000
const STEADY = 60_000
const LARGEST_LOG = 20 * 1024 * 1024
const PATIENCE = 12_000
/** A process that has not announced itself by then hangs, and is killed to be started again. */
const LONGEST_BOOT = 90_000
const GUARD = `--import=${join(import.meta.dirname, 'guard.mjs')}`

function openLog(path) {
  try {
    if (statSync(path).size > LARGEST_LOG) renameSync(path, `${path}.1`)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  return openSync(path, 'a', 0o600)
}

/**
 * Keeps one process of ours running: forked with IPC in a session of its own, restarted after a
 * growing pause. It ends by itself when the channel breaks, that is, when we are killed.
 * @param {{ name: string, file: string, args?: string[], env: object, cwd: string, storage: string,
 *           tell: (text: string) => void, started?: () => void }} options  `started`: called after each restart
 */
export function supervise({ name, file, args = [], env, cwd, storage, tell, started = () => {} }) {
  const logFile = join(makeDir(join(storage, 'logs'), 0o700), `${name}.log`)
  let child = null
  let stopping = false
  let pause = FIRST_PAUSE
  let announce
  const ready = new Promise((resolve) => (announce = resolve))
  const beforeReady = { exits: 0, isReady: false }

  function start() {
    const log = openLog(logFile)
    const startedAt = performance.now()
    child = fork(file, args, {
      cwd,
      env,
      execPath: process.execPath,
      execArgv: [GUARD],
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    })
    closeSync(log)
    const { pid } = child
    const hangs = setTimeout(() => signal(pid, 'SIGKILL'), LONGEST_BOOT)
    child.on('message', (message) => {
      if (message?.isAdonisJS !== true) return
      clearTimeout(hangs)
      beforeReady.isReady = true
      announce({ ok: true, ...message })
    })
    // A machine without room for one more process: tried again like one that died.
    child.once('error', (error) => {
      clearTimeout(hangs)
      void again(error.message, 0)
    })
    child.once('exit', (code, killedBy) => {
      clearTimeout(hangs)
      void again(code ?? killedBy, performance.now() - startedAt)
    })
  }

  async function again(reason, lived) {
    if (stopping) return
    if (!beforeReady.isReady && ++beforeReady.exits === 3) announce({ ok: false })
    if (lived > STEADY) pause = FIRST_PAUSE
    tell(`${name} ended (${reason}), starting it again in ${pause / 1000} s; log: ${logFile}`)
    await sleep(pause)
    pause = Math.min(pause * 2, LONGEST_PAUSE)
    if (stopping) return
    start()
    started()
  }

  async function stop() {
    stopping = true
    if (!child || !isAlive(child.pid)) return
    signal(child.pid, 'SIGTERM')
    const { pid } = child
    if (await until(() => !isAlive(pid), PATIENCE)) return
    tell(`${name} does not finish, killing it`)
    signal(pid, 'SIGKILL')
  }

  start()
  return {
    /** Resolves with `{ok: true, …}` when the process announces itself, `{ok: false}` after three deaths before that. */
    ready,
    stop,
    identity: () => identityOf(child.pid),
    lastLines: () => readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-20).join('\n'),
  }
}
