import { fork } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { makeDir } from './paths.mjs'
import { identityOf, isAlive, signal, until } from './processes.mjs'

const FIRST_PAUSE = 500
/** Long enough to spare a machine in trouble, short enough that a process that was killed often is missed for seconds only. */
const LONGEST_PAUSE = 8_000
/** A process that lived so long had no trouble of its own at its start. */
const STEADY = 20_000
const LARGEST_LOG = 20 * 1024 * 1024
const PATIENCE = 12_000
/** A process that has not announced itself by then hangs, and is killed to be started again. */
const LONGEST_BOOT = 90_000
const GUARD = `--import=${join(import.meta.dirname, 'guard.mjs')}`

const timeOfDay = () => new Date().toISOString().slice(11, 19)

function openLog(path) {
  try {
    if (statSync(path).size > LARGEST_LOG) renameSync(path, `${path}.1`)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  return openSync(path, 'a', 0o600)
}

/** Pause before the next start, in ms, after the one before it and a life of so many ms. */
export const pauseAfter = (before, lived) =>
  lived > STEADY || before === 0 ? FIRST_PAUSE : Math.min(before * 2, LONGEST_PAUSE)

/**
 * Keeps one process of ours running: forked with IPC in a session of its own, restarted after a
 * growing pause. It ends by itself when the channel breaks, that is, when we are killed. Whatever goes
 * wrong with a start (no room for a process, a log or the lock) is told and tried again: it never ends us.
 * @param {{ name: string, file: string, args?: string[], nodeArgs?: string[], env: object, cwd: string, storage: string,
 *           tell: (text: string) => void, started?: () => void }} options  `started`: called after each restart
 */
export function supervise({ name, file, args = [], nodeArgs = [], env, cwd, storage, tell, started = () => {} }) {
  const logs = join(storage, 'logs')
  const logFile = join(logs, `${name}.log`)
  let child = null
  let stopping = false
  let pause = 0
  let announce
  const ready = new Promise((resolve) => (announce = resolve))
  const beforeReady = { exits: 0, isReady: false }

  function forked() {
    makeDir(logs, 0o700)
    const log = openLog(logFile)
    try {
      const stdio = ['ignore', log, log, 'ipc']
      const execArgv = [GUARD, ...nodeArgs]
      return fork(file, args, { cwd, env, execPath: process.execPath, execArgv, detached: true, stdio })
    } finally {
      closeSync(log)
    }
  }

  function start() {
    const startedAt = performance.now()
    try {
      child = forked()
    } catch (error) {
      child = null
      return void again(error.message, 0)
    }
    const { pid } = child
    let over = false
    // Node says "error" and may say "exit" as well: one death is one new start.
    const ended = (reason, lived) => {
      clearTimeout(hangs)
      if (!over) void again(reason, lived)
      over = true
    }
    const hangs = setTimeout(() => signal(pid, 'SIGKILL'), LONGEST_BOOT)
    child.on('message', (message) => {
      if (message?.isAdonisJS !== true) return
      clearTimeout(hangs)
      beforeReady.isReady = true
      announce({ ok: true, ...message })
    })
    // A machine without room for one more process: tried again like one that died.
    child.on('error', (error) => isAlive(pid) || ended(error.message, 0))
    child.once('exit', (code, killedBy) => ended(code ?? killedBy, performance.now() - startedAt))
  }

  async function again(reason, lived) {
    if (stopping) return
    if (!beforeReady.isReady && ++beforeReady.exits === 3) announce({ ok: false })
    pause = pauseAfter(pause, lived)
    tell(`${timeOfDay()} ${name} ended (${reason}), starting it again in ${pause / 1000} s; log: ${logFile}`)
    await sleep(pause)
    if (stopping) return
    start()
    try {
      started()
    } catch (error) {
      tell(`${timeOfDay()} ${name} runs, but that could not be noted: ${error.message}`)
    }
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
    identity: () => identityOf(child?.pid),
    lastLines: () => readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-20).join('\n'),
  }
}
