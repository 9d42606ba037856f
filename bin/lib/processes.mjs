import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Fields of /proc/<pid>/stat after the command name, or null when the process is gone. */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return text.slice(text.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

/** A zombie is not alive: where the container's init does not reap, dead children linger as zombies. */
export function isAlive(pid) {
  const fields = stat(pid)
  return fields !== null && fields[0] !== 'Z' && fields[0] !== 'X'
}

/** Clock ticks since boot at which the process began: with the pid it names one process for good. */
export function birthOf(pid) {
  return stat(pid)?.[19] ?? null
}

/** Identity that survives the reuse of process ids. */
export const identityOf = (pid) => ({ pid, birth: birthOf(pid) })

export const isSame = ({ pid, birth }) => birth !== null && isAlive(pid) && birthOf(pid) === birth

export function commandLineOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean)
  } catch {
    return []
  }
}

const livingProcesses = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter(isAlive)

/** Ids of living processes that have `directory` as their working directory. */
export function processesIn(directory) {
  return livingProcesses().filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === directory
    } catch {
      return false
    }
  })
}

/** Ids of living processes that were started with `argument`. */
export const processesWith = (argument) => livingProcesses().filter((pid) => commandLineOf(pid).includes(argument))

/** Sends a signal; a process that is already gone is no error. */
export function signal(pid, name) {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}

/** Polls until `done()` holds; answers whether it did within the time. */
export async function until(done, milliseconds, every = 20) {
  const end = performance.now() + milliseconds
  while (!done()) {
    if (performance.now() > end) return false
    await sleep(every)
  }
  return true
}
