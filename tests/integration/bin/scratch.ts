import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = join(import.meta.dirname, '../../..')

/** A storage directory that the account of the database server can reach. */
export function scratchDirectory(mode = 0o755): string {
  const directory = mkdtempSync(join(tmpdir(), 'landfall-spec-'))
  chmodSync(directory, mode)
  return directory
}

const environment = (storage: string) => ({ PATH: process.env.PATH, LANDFALL_STORAGE_DIR: storage })

/** Runs `bin/dev-db.mjs` on a storage directory to its end. */
export function databaseScript(storage: string, ...args: string[]) {
  const run = spawnSync(process.execPath, [join(root, 'bin/dev-db.mjs'), ...args], {
    env: environment(storage),
    encoding: 'utf8',
  })
  return { code: run.status, output: run.stdout + run.stderr }
}

/** Starts the same script and kills it without warning after `milliseconds`. */
export async function killedDatabaseScript(storage: string, milliseconds: number) {
  const child = spawn(process.execPath, [join(root, 'bin/dev-db.mjs')], { env: environment(storage), stdio: 'ignore' })
  await sleep(milliseconds)
  child.kill('SIGKILL')
}

export function discard(storage: string) {
  databaseScript(storage, 'stop')
  rmSync(storage, { recursive: true, force: true })
}

/** The variables the script wrote for work on one command. */
export function writtenEnvironment(storage: string): Record<string, string> {
  const lines = readFileSync(join(storage, 'dev.env'), 'utf8').trim().split('\n')
  return Object.fromEntries(lines.map((line) => /^export (\w+)='(.*)'$/.exec(line)!.slice(1, 3) as [string, string]))
}

export const postmasterPid = (storage: string) =>
  Number(readFileSync(join(storage, 'pg/data/postmaster.pid'), 'utf8').split('\n')[0])
