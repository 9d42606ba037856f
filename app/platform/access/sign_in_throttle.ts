import limiter from '@adonisjs/limiter/services/main'
import { createHash } from 'node:crypto'

/**
 * Counts failures by account, by account and address, by address and over all (SECURITY section 4).
 * Another address can still sign in to an account under attack: lock-out is never a weapon.
 */
const WINDOWS = [
  {
    name: 'account+ip',
    requests: 5,
    duration: '1 min',
    blockDuration: '1 min',
    key: (account: string, ip: string) => `${account}|${ip}`,
  },
  {
    name: 'account+ip/h',
    requests: 20,
    duration: '1 hour',
    blockDuration: '15 min',
    key: (account: string, ip: string) => `${account}|${ip}`,
  },
  { name: 'ip', requests: 30, duration: '1 min', blockDuration: '1 min', key: (_account: string, ip: string) => ip },
  { name: 'all', requests: 300, duration: '1 min', blockDuration: '10 sec', key: () => 'all' },
] as const

const limiters = () =>
  WINDOWS.map((window) => ({
    window,
    limiter: limiter.use({ requests: window.requests, duration: window.duration, blockDuration: window.blockDuration }),
  }))

const keyOf = (name: string, value: string) =>
  `sign_in:${name}:${createHash('sha256').update(value).digest('base64url')}`

/** Seconds until the next try, or 0 when one is allowed now. */
export async function lockedFor(account: string, ip: string): Promise<number> {
  let seconds = 0
  for (const { window, limiter: each } of limiters()) {
    const key = keyOf(window.name, window.key(account, ip))
    if (await each.isBlocked(key)) seconds = Math.max(seconds, await each.availableIn(key))
  }
  return seconds
}

export async function countFailure(account: string, ip: string): Promise<void> {
  for (const { window, limiter: each } of limiters())
    await each.attempt(keyOf(window.name, window.key(account, ip)), () => true)
}

export async function forgetFailures(account: string, ip: string): Promise<void> {
  for (const { window, limiter: each } of limiters()) {
    if (window.name.startsWith('account')) await each.delete(keyOf(window.name, window.key(account, ip)))
  }
}
