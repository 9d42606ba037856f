/** PostgreSQL says it is going away or full, or the connection broke (SQLSTATE classes 08, 53, 57P). */
const STATES = /^(?:08|53|57P)/
const CONNECTION =
  /ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|Connection (?:terminated|ended)|acquiring a connection|Unable to acquire/i

/** The database went away: not the message's fault, and no reason to put it aside. */
export const isOurFailure = (error: unknown): boolean => {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return STATES.test(code) || CONNECTION.test(code) || CONNECTION.test(message)
}
