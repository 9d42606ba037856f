import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto'

const ITERATIONS = 4096
const hmac = (key, text) => createHmac('sha256', key).update(text).digest()

/**
 * The form in which PostgreSQL stores a password (RFC 5802, RFC 7677). Sent instead of the password,
 * so that no server log ever holds one. ASCII passwords only: they need no SASLprep.
 */
export function scramVerifier(password) {
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256')
  const storedKey = createHash('sha256').update(hmac(salted, 'Client Key')).digest('base64')
  const serverKey = hmac(salted, 'Server Key').toString('base64')
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${serverKey}`
}
