import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { promisify } from 'node:util'
import { err, ok, type Result } from '#core/kernel/result'

export interface Sandboxed {
  /** Script the child runs, and what it may read besides itself: files, and folders with `/*` behind them. */
  readonly script: string
  readonly arguments: readonly string[]
  readonly readable: readonly string[]
  /** Further flags of Node. */
  readonly flags?: readonly string[]
  /** Bytes handed over and taken back at most. */
  readonly inputBytes: number
  readonly outputBytes: number
  /** Wall clock while somebody waits for it, and resident memory of the child. */
  readonly milliseconds: number
  readonly memoryBytes: number
}

/** `limits`: too large, too long, or said so itself (exit code 3); `failed`: it ended with an error. */
export type NotRun = 'limits' | 'failed'

const BEYOND_LIMITS = 3
const WATCH_MS = 50
const PAGE = 4096
const UNSHARE = '/usr/bin/unshare'

/** The whole answer of a child, where it is small. */
export async function runSandboxed(bytes: AsyncIterable<Uint8Array>, what: Sandboxed): Promise<Result<Buffer, NotRun>> {
  const output: Buffer[] = []
  const answer = streamSandboxed(bytes, what)
  for (;;) {
    const { done, value } = await answer.next()
    if (!done) output.push(value)
    else return value === null ? ok(Buffer.concat(output)) : err(value)
  }
}

/**
 * Runs hostile bytes through a script in a child process that may do nothing but compute
 * (SECURITY T42): no environment, no files but those named, no network where the host has
 * namespaces, no workers, no processes. It is killed at its limits, and what it answers is as
 * untrusted as what it was given. Gives the answer as it comes, and `null` when that was all of it.
 * @throws what reading the bytes throws
 */
export async function* streamSandboxed(
  bytes: AsyncIterable<Uint8Array>,
  what: Sandboxed
): AsyncGenerator<Buffer, NotRun | null> {
  const [command, ...args] = [...(await withoutNetwork()), process.execPath, ...flags(what), what.script]
  const child = spawn(command ?? process.execPath, [...args, ...what.arguments], {
    env: {},
    cwd: '/',
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  })
  let stopped: NotRun | null = null
  const stop = () => {
    stopped = 'limits'
    killGroup(child.pid)
  }
  const ended = new Promise<NotRun | null>((resolve) => {
    child.once('error', () => resolve('failed'))
    child.once('exit', (code, signal) => resolve(stopped ?? verdictOf(code, signal)))
  })
  const fed = feed(child.stdin, bytes, what.inputBytes)
  // What went wrong with the bytes is thrown at the end; until then it ends the child.
  fed.then(
    (whole) => whole || stop(),
    () => killGroup(child.pid)
  )
  const watch = setInterval(() => residentBytes(child.pid) > what.memoryBytes && stop(), WATCH_MS)
  let left = what.milliseconds
  const within = async <T>(waited: Promise<T>): Promise<T> => {
    const from = performance.now()
    const deadline = setTimeout(stop, Math.max(left, 0))
    try {
      return await waited
    } finally {
      clearTimeout(deadline)
      left -= performance.now() - from
    }
  }
  try {
    const output = child.stdout[Symbol.asyncIterator]() as AsyncIterator<Buffer>
    for (let received = 0; ;) {
      const { done, value } = await within(output.next())
      if (done) break
      received += value.length
      if (received > what.outputBytes) {
        stop()
        break
      }
      yield value
    }
    const verdict = await within(ended)
    await fed
    return verdict
  } finally {
    clearInterval(watch)
    killGroup(child.pid)
    child.stdout.destroy()
  }
}

/** A heap that is full aborts. */
const verdictOf = (code: number | null, signal: NodeJS.Signals | null): NotRun | null => {
  if (code === 0) return null
  return code === BEYOND_LIMITS || signal === 'SIGABRT' ? 'limits' : 'failed'
}

/** Hands the bytes over as they are taken; false when there are more than may be. A child that ends early takes no more. */
async function feed(input: Writable, bytes: AsyncIterable<Uint8Array>, most: number): Promise<boolean> {
  const gone = new AbortController()
  input.on('error', () => {})
  input.once('close', () => gone.abort())
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > most) return false
    if (gone.signal.aborted) break
    if (!input.write(chunk)) await once(input, 'drain', { signal: gone.signal }).catch(() => {})
  }
  input.end()
  return true
}

const flags = ({ script, readable, memoryBytes, flags: further = [] }: Sandboxed): readonly string[] => [
  '--permission',
  ...[script, ...readable].map((path) => `--allow-fs-read=${path}`),
  `--max-old-space-size=${Math.floor(memoryBytes / 1024 / 1024)}`,
  '--disable-proto=throw',
  '--disallow-code-generation-from-strings',
  '--no-warnings',
  ...further,
]

/** The child leads a group of its own: with it goes whatever it started. */
const killGroup = (pid: number | undefined): void => {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It is gone already.
  }
}

/** What the buffers of a process take stands outside of the heap that its flags limit. */
const residentBytes = (pid: number | undefined): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * PAGE
  } catch {
    return 0
  }
}

let prefix: Promise<readonly string[]> | null = null

/** Command in front that gives the child an empty network of its own; nothing where the host allows none. */
const withoutNetwork = (): Promise<readonly string[]> => {
  const command = [UNSHARE, '--user', '--map-root-user', '--net', '--']
  prefix ??= promisify(execFile)(UNSHARE, [...command.slice(1), '/bin/true']).then(
    () => command,
    () => []
  )
  return prefix
}
