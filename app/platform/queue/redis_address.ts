const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Jobs travel over Redis, and who can write there can ring every room (SECURITY T76): beyond this
 * machine it takes TLS and a user of its own. The address is never repeated, it holds a password.
 *
 * @throws Error with what to write instead
 */
export function checkedRedisUrl(url: string): string {
  const address = URL.canParse(url) ? new URL(url) : null
  if (!address || !['redis:', 'rediss:'].includes(address.protocol))
    throw new Error('REDIS_URL is no redis:// or rediss:// address')
  if (LOOPBACK.includes(address.hostname)) return url
  if (address.protocol !== 'rediss:')
    throw new Error('REDIS_URL leads to another machine in clear text: write rediss://user:password@host:port')
  if (address.username === '' || address.password === '')
    throw new Error('REDIS_URL names no user and a password: give Landfall an ACL user of its own')
  return url
}
