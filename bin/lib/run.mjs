import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { Failure } from './failure.mjs'
import { identityOf, signal } from './processes.mjs'

const KEPT_LINES = 30
const PATIENCE = 3000
const active = new Set()
const idle = []
let changed = () => {}

const signalAll = (name) => active.forEach(({ pid }) => signal(-pid, name))
const whenIdle = () => new Promise((resolve) => (active.size === 0 ? resolve() : idle.push(resolve)))

/** Ends every command that is running, with what it started, politely first; resolves when none is left. */
export async function endCommands() {
  signalAll('SIGTERM')
  const timer = setTimeout(signalAll, PATIENCE, 'SIGKILL')
  await whenIdle()
  clearTimeout(timer)
}

/** Tells `listener` the identities of the running commands whenever they change. */
export const onCommands = (listener) => {
  changed = () => listener([...active])
}

/**
 * Runs a command to its end with its output read line by line, in a session of its own so that
 * Ctrl-C reaches us alone.
 * @param {{ cwd: string, env: object, line?: (text: string) => void }} options
 * @returns {Promise<{ code: number|null, tail: string }>}
 */
export function run(command, args, { cwd, env, line = () => {} }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    const identity = identityOf(child.pid)
    active.add(identity)
    changed()
    const tail = []
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (text) => {
        tail.push(text)
        if (tail.length > KEPT_LINES) tail.shift()
        line(text)
      })
    child.once('error', reject)
    child.once('close', (code) => {
      active.delete(identity)
      if (active.size === 0) for (const resolved of idle.splice(0)) resolved()
      changed()
      resolve({ code, tail: tail.join('\n') })
    })
  })
}

/** Like `run`, but anything other than exit 0 is a failure that shows the last lines. */
export async function runOrFail(command, args, options) {
  const { code, tail } = await run(command, args, options)
  if (code !== 0) throw new Failure(`${tail}\n\n"${[command, ...args].join(' ')}" ended with ${code ?? 'a signal'}.`)
}
