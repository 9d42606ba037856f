import { execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { err, ok, type Result } from '#core/kernel/result'

export interface Sandboxed {
  /** Script the child runs, and what it may read besides itself: files and folders. */
  readonly script: string
  readonly arguments: readonly string[]
  readonly readable: readonly string[]
  /** Bytes handed over and taken back at most. */
  readonly inputBytes: number
  readonly outputBytes: number
  /** Wall clock, and resident memory of the child. */
  readonly milliseconds: number
  readonly memoryBytes: number
}

/** `limits`: too large, too long, or said so itself (exit code 3); `failed`: it ended with an error. */
export type NotRun = 'limits' | 'failed'

const BEYOND_LIMITS = 3
const WATCH_MS = 50
const PAGE = 4096
const UNSHARE = '/usr/bin/unshare'

/**
 * Runs hostile bytes through a script in a child process that may do nothing but compute
 * (SECURITY T42): no environment, no files but those named, no network where the host has
 * namespaces, no workers, no processes. It is killed at its limits, and what it answers is as
 * untrusted as what it was given.
 */
export async function runSandboxed(bytes: AsyncIterable<Uint8Array>, what: Sandboxed): Promise<Result<Buffer, NotRun>> {
  const input: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size > what.inputBytes) return err('limits')
    input.push(chunk)
  }
  const [command, ...args] = [...(await withoutNetwork()), process.execPath, ...flags(what), what.script]
  return new Promise((resolve) => {
    const child = spawn(command ?? process.execPath, [...args, ...what.arguments], {
      env: {},
      cwd: '/',
      stdio: ['pipe', 'pipe', 'ignore'],
      detached: true,
    })
    const output: Buffer[] = []
    let received = 0
    let isOver = false
    const end = (result: Result<Buffer, NotRun>) => {
      if (isOver) return
      isOver = true
      clearTimeout(deadline)
      clearInterval(watch)
      killGroup(child.pid)
      resolve(result)
    }
    const deadline = setTimeout(() => end(err('limits')), what.milliseconds)
    const watch = setInterval(() => residentBytes(child.pid) > what.memoryBytes && end(err('limits')), WATCH_MS)
    child.stdout.on('data', (chunk: Buffer) => {
      received += chunk.length
      if (received > what.outputBytes) end(err('limits'))
      else output.push(chunk)
    })
    child.on('error', () => end(err('failed')))
    child.on('close', (code) => {
      if (code === 0) end(ok(Buffer.concat(output)))
      else end(err(code === BEYOND_LIMITS ? 'limits' : 'failed'))
    })
    // A child that ends early closes its side first.
    child.stdin.on('error', () => {})
    child.stdin.end(Buffer.concat(input))
  })
}

const flags = ({ script, readable, memoryBytes }: Sandboxed): readonly string[] => [
  '--permission',
  ...[script, ...readable].map((path) => `--allow-fs-read=${path}`),
  `--max-old-space-size=${Math.floor(memoryBytes / 1024 / 1024)}`,
  '--disable-proto=throw',
  '--disallow-code-generation-from-strings',
  '--no-warnings',
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
