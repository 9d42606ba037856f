import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'

/**
 * Lets no file of a running process grow beyond so many bytes: the kernel refuses the write (EFBIG),
 * as it does on a full disk, for root and for an ordinary user alike. Only the soft limit moves, so it can be lifted.
 */
export function limitFiles(pids: readonly number[], bytes: number | 'unlimited'): void {
  for (const pid of pids) {
    const owner = ownerOf(pid)
    if (!owner) continue
    const run = spawnSync('prlimit', [`--pid=${pid}`, `--fsize=${bytes}:`], { encoding: 'utf8', cwd: '/', ...owner })
    const gone = run.stderr?.includes('No such process')
    if (run.status !== 0 && !gone) throw new Error(`prlimit (package util-linux): ${run.stderr || run.error}`)
  }
}

/** A database server and those of its processes that work for Landfall's roles; what is born later inherits the limit. */
export function serverAndClients(postmaster: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === postmaster && titleOf(pid).includes('landfall_'))
  return [postmaster, ...children]
}

/**
 * Ends the connections of the application, which come back at once: a server process remembers a page
 * with room for its next rows, a new one looks and finds none.
 */
export function forgetPages(postmaster: number): void {
  for (const pid of serverAndClients(postmaster))
    if (titleOf(pid).includes('landfall_app')) process.kill(pid, 'SIGTERM')
}

/** Limits are moved by the account of the process itself: root started the database server as somebody else. */
function ownerOf(pid: number): { uid: number; gid: number } | null {
  try {
    const { uid, gid } = statSync(`/proc/${pid}`)
    return { uid, gid }
  } catch {
    return null
  }
}

function parentOf(pid: number): number | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}

function titleOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}
