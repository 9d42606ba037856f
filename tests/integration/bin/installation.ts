import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = join(import.meta.dirname, '../../..')
const READY = /ready after .*?(http:\/\/\S+)/

/** A start script we run, with everything it has printed. */
export interface Start {
  process: ChildProcess
  output: () => string
}

export function start(storage: string, ...args: string[]): Start {
  return startWith({}, storage, ...args)
}

/** The same through npm, as people start it: npm, a shell and the script. */
export function startThroughNpm(storage: string, ...args: string[]): Start {
  return observe(
    spawn('npm', ['start', '--', '--consignments=0', ...args], {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, LANDFALL_STORAGE_DIR: storage },
    })
  )
}

/** The same with further variables in its environment. */
export function startWith(environment: Record<string, string>, storage: string, ...args: string[]): Start {
  const child = spawn(process.execPath, [join(root, 'bin/start.mjs'), '--consignments=0', ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, LANDFALL_STORAGE_DIR: storage, ...environment },
  })
  return observe(child)
}

function observe(child: ChildProcessWithoutNullStreams): Start {
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (printed += bytes))
  return { process: child, output: () => printed }
}

/** Polls until `probe` gives something other than null; fails with what was expected. */
export async function eventually<T>(what: string, probe: () => T | null | Promise<T | null>, seconds = 60): Promise<T> {
  for (let turn = 0; turn < seconds * 10; turn++) {
    const found = await probe()
    if (found !== null) return found
    await sleep(100)
  }
  throw new Error(`${what} did not happen in ${seconds} s`)
}

/** The address the script printed; fails with its output when it ended instead, or did not come so far. */
export const addressOf = (started: Start) =>
  eventually(
    'ready',
    () => {
      if (started.process.exitCode !== null) throw new Error(started.output())
      return READY.exec(started.output())?.[1] ?? null
    },
    240
  ).catch((error: Error) => {
    throw new Error(`${error.message}: ${started.output()}`)
  })

export const answer = (url: string) =>
  fetch(url, { redirect: 'manual' }).then(
    (response) => response.status,
    () => null
  )

export interface RunningPart {
  pid: number
  birth: string
}

/** The lock file: who supervises, and web and worker. */
export function partsOf(storage: string): { supervisor: number; worker: RunningPart; web: RunningPart } {
  const { pid, children } = JSON.parse(readFileSync(join(storage, 'landfall.lock'), 'utf8'))
  return { supervisor: pid, worker: children[0], web: children[1] }
}

/** Alive and not a zombie. */
export function isAlive(pid: number): boolean {
  if (!existsSync(`/proc/${pid}/stat`)) return false
  return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
}

/** Moments of death of processes, in the order they died. */
export async function orderOfDeath(parts: Readonly<Record<string, number>>): Promise<string[]> {
  const living = new Map(Object.entries(parts))
  const order: string[] = []
  await eventually('the end of all', async () => {
    for (let look = 0; look < 40 && living.size > 0; look++) {
      for (const [name, pid] of living)
        if (!isAlive(pid)) {
          living.delete(name)
          order.push(name)
        }
      await sleep(2)
    }
    return living.size === 0 ? true : null
  })
  return order
}

export const gone = (pid: number) => eventually(`the end of ${pid}`, () => (isAlive(pid) ? null : true))

/** Names of the environment variables a process was given. */
export const variablesOf = (pid: number) =>
  readFileSync(`/proc/${pid}/environ`, 'utf8')
    .split('\0')
    .map((entry) => entry.split('=')[0]!)

/** Processes that still work for an installation: its storage stands in their environment, their arguments or as their place. */
export function processesOf(storage: string): string[] {
  const seen = (pid: string): string => {
    const read = (what: string) => {
      try {
        return readFileSync(`/proc/${pid}/${what}`, 'utf8')
      } catch {
        return ''
      }
    }
    return `${read('cmdline')}\0${read('environ')}`
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && isAlive(Number(name)))
    .map((name) => ({ name, what: seen(name) }))
    .filter(({ what }) => what.includes(storage))
    .map(({ name, what }) => `${name} ${what.replaceAll('\0', ' ').slice(0, 120).trim()}`)
}
