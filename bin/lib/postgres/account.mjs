import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * The operating-system account the database runs under. PostgreSQL refuses to run as root, so root
 * lends it `postgres` where that account exists, else `nobody`.
 * @returns {{ name: string, uid: number, gid: number } | null} null: our own account
 */
export function databaseAccount() {
  if (process.getuid() !== 0) return null
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const row = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody')
  if (!row) throw new Error('neither the account "postgres" nor "nobody" exists in /etc/passwd')
  return { name: row[0], uid: Number(row[2]), gid: Number(row[3]) }
}

/** spawn options that make a child run as `account`. */
export const runAs = (account) => (account ? { uid: account.uid, gid: account.gid } : {})

/** Whether `account` can reach the directory: tried, because ancestors, groups and access lists all count. */
export function canReach(account, directory) {
  if (!account) return true
  return spawnSync('/usr/bin/test', ['-x', directory], { cwd: '/', ...runAs(account) }).status === 0
}
