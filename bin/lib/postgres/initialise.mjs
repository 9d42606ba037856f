import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
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

/** An initdb whose start was killed goes on by itself; it must not write into the new attempt. */
async function removeDraft(draft) {
  const orphans = () => processesWith(draft)
  for (const pid of orphans()) signal(pid, 'SIGKILL')
  await until(() => orphans().length === 0, 5000)
  // Its children carry no mark of it and end a moment later.
  rmSync(draft, { recursive: true, force: true, maxRetries: 50, retryDelay: 50 })
}

/**
 * Creates the cluster when there is none. It is built beside its place and moved there whole, so a
 * start that is killed half-way leaves nothing that looks like a database.
 */
export async function initialise({ account, native, home, data }, { disposable }) {
  if (existsSync(join(data, 'PG_VERSION'))) return false
  const draft = join(home, 'data.new')
  await removeDraft(draft)
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
