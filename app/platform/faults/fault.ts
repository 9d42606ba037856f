/** What keeps Landfall from working and is nobody's message's fault. */
export const FAULTS = ['store_full', 'store_away', 'database_full', 'database_away'] as const
export type Fault = (typeof FAULTS)[number]

/** Seconds after which it is worth to try again: somebody has to make room, or a server comes back. */
export const RETRY_AFTER: Readonly<Record<Fault, number>> = {
  store_full: 60,
  store_away: 15,
  database_full: 60,
  database_away: 10,
}

const OF_CODE: Readonly<Record<string, Fault>> = {
  E_STORE_FULL: 'store_full',
  E_STORE_AWAY: 'store_away',
  // This process was not given the key yet: to a reader the store is shut.
  E_KEY_UNKNOWN: 'store_away',
  '53100': 'database_full',
}

/** PostgreSQL going away, starting up, read-only or out of something (SQLSTATE classes 08, 53, 57P, 58). */
const AWAY = /^(?:08|53|57P|58)|^25006$/
/** PostgreSQL knows no state of its own for a file-size limit or a quota (XX000). */
const NO_ROOM = /No space left on device|File too large|Disk quota exceeded/i
const CONNECTION =
  /ECONNREFUSED|ECONNRESET|EPIPE|connect ENOENT|Connection (?:terminated|ended)|connection error and is not queryable|Client was closed|Transaction query already complete|trying to connect|acquiring a connection|Unable to acquire/i

/** The fault behind an error, or `null` when it is the work itself that went wrong. */
export function faultOf(error: unknown): Fault | null {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string }
  const known = OF_CODE[code]
  if (known) return known
  // A sender that hangs up while it sends (Node's word) is no fault of ours.
  if (message === 'aborted') return null
  if (code === 'XX000' && NO_ROOM.test(message)) return 'database_full'
  return AWAY.test(code) || CONNECTION.test(code) || CONNECTION.test(message) ? 'database_away' : null
}
