import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, chownSync, existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processesWith, signal, until } from '../processes.mjs'
import { runAs } from './account.mjs'
import { ownDir } from './placement.mjs'

/** initdb wants a password for the superuser; this one is thrown away unread. */
function passwordFile(home, account) {
  const path = join(home, 'initial-password')
  rmSync(path, { force: true })
  writeFileSync(path, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
  if (account) chownSync(path, account.uid, account.gid)
  return { path, remove: () => rmSync(path, { force: true }) }
}

const DRAFT = 'data.new-'

/**
 * What killed starts left of their drafts. An initdb goes on by itself when its start is killed, and
 * its children carry no mark of it: so each attempt has a directory of its own, and what still
 * writes into an old one is removed by a later start.
 */
async function removeDrafts(home) {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(DRAFT))) {
    const draft = join(home, name)
    const orphans = () => processesWith(draft)
    for (const pid of orphans()) signal(pid, 'SIGKILL')
    await until(() => orphans().length === 0, 5000)
    try {
      rmSync(draft, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 })
    } catch {
      // Somebody still writes there; the next start tries again.
    }
  }
}

/**
 * Creates the cluster when there is none. It is built beside its place and moved there whole, so a
 * start that is killed half-way leaves nothing that looks like a database.
 */
export async function initialise({ account, native, home, data }, { disposable }) {
  if (existsSync(join(data, 'PG_VERSION'))) return false
  await removeDrafts(home)
  const draft = join(home, `${DRAFT}${randomBytes(4).toString('hex')}`)
  ownDir(draft, account)
  const password = passwordFile(home, account)
  try {
    const args = [
      '-D',
      draft,
      '-U',
      'postgres',
      '--auth=scram-sha-256',
      `--pwfile=${password.path}`,
      '--locale=C.UTF-8',
      '-E',
      'UTF8',
    ]
    const run = spawnSync(join(native, 'bin/initdb'), disposable ? [...args, '--no-sync'] : args, {
      cwd: '/',
      encoding: 'utf8',
      env: { LC_ALL: 'C.UTF-8', PATH: '/usr/bin:/bin' },
      ...runAs(account),
    })
    if (run.status !== 0) throw new Error(`initdb failed:\n${run.stderr || run.error}`)
  } finally {
    password.remove()
  }
  appendFileSync(join(draft, 'postgresql.conf'), "\ninclude_if_exists = 'landfall.conf'\n")
  rmSync(data, { recursive: true, force: true })
  renameSync(draft, data)
  return true
}
