import db from '@adonisjs/lucid/services/db'
import { sessionKey } from './session_store.js'

export interface OpenSession {
  /** Hash of the session id: names it, cannot be used to sign in. */
  id: string
  agent: string | null
  startedAt: Date
  lastSeenAt: Date
}

const table = () => db.connection('auth').from('control.sessions')

/** Own sessions of an officer, newest use first. */
export async function listSessions(administrationId: string, officerId: string): Promise<OpenSession[]> {
  const found = await table()
    .select('id', 'agent', 'created_at', 'last_seen_at')
    .where({ guard: 'officer', administration_id: administrationId, person_id: officerId })
    .where('expires_at', '>', new Date())
    .orderBy('last_seen_at', 'desc')
    .limit(100)
  return found.map((row) => ({ id: row.id, agent: row.agent, startedAt: row.created_at, lastSeenAt: row.last_seen_at }))
}

/** Ends one own session; false when there is no such session of this officer. */
export async function revokeSession(administrationId: string, officerId: string, id: string): Promise<boolean> {
  const ended = await table().where({ id, guard: 'officer', administration_id: administrationId, person_id: officerId }).delete()
  return Number(ended) > 0
}

/** Ends every own session but the current one. */
export async function revokeOtherSessions(administrationId: string, officerId: string, currentSessionId: string): Promise<void> {
  await table()
    .where({ guard: 'officer', administration_id: administrationId, person_id: officerId })
    .whereNot('id', sessionKey(currentSessionId))
    .delete()
}

export async function endSession(sessionId: string): Promise<void> {
  await table().where('id', sessionKey(sessionId)).delete()
}

/** Does this browser session still exist? Live streams ask it and end with it. */
export async function sessionIsOpen(sessionId: string): Promise<boolean> {
  return (await table().where('id', sessionKey(sessionId)).where('expires_at', '>', new Date()).first()) !== null
}
