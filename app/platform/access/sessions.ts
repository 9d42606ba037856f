import db from '@adonisjs/lucid/services/db'
import { LIVE_CHANNEL } from '#platform/live/notify'
import { sessionKey } from './session_store.js'

export interface OpenSession {
  /** Hash of the session id: names it, cannot be used to sign in. */
  id: string
  agent: string | null
  startedAt: Date
  lastSeenAt: Date
}

export const SESSION_ENDED = 'session:ended'

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
  const ended = await table()
    .where({ id, guard: 'officer', administration_id: administrationId, person_id: officerId })
    .delete()
  if (Number(ended) === 0) return false
  await tellStreams(id)
  return true
}

/** Ends every own session but the current one. */
export async function revokeOtherSessions(
  administrationId: string,
  officerId: string,
  currentSessionId: string
): Promise<void> {
  const ended = await table()
    .where({ guard: 'officer', administration_id: administrationId, person_id: officerId })
    .whereNot('id', sessionKey(currentSessionId))
    .delete()
    .returning('id')
  for (const session of ended as { id: string }[]) await tellStreams(session.id)
}

/** Ends every session of an officer (deactivated, password or factor reset) and the streams with it. */
export async function endSessionsOf(administrationId: string, officerId: string): Promise<number> {
  const ended = (await table()
    .where({ guard: 'officer', administration_id: administrationId, person_id: officerId })
    .delete()
    .returning('id')) as { id: string }[]
  for (const session of ended) await tellStreams(session.id)
  return ended.length
}

export async function endSession(sessionId: string): Promise<void> {
  await table().where('id', sessionKey(sessionId)).delete()
  await tellStreams(sessionKey(sessionId))
}

/** Open live streams of a session end with it, in every web process. */
async function tellStreams(id: string): Promise<void> {
  await db
    .connection('auth')
    .rawQuery(`select pg_catalog.pg_notify(?, ?)`, [LIVE_CHANNEL, JSON.stringify({ kind: SESSION_ENDED, id })])
}

/** Does this browser session still exist? Live streams ask it and end with it. */
export async function sessionIsOpen(sessionId: string): Promise<boolean> {
  return (await table().where('id', sessionKey(sessionId)).where('expires_at', '>', new Date()).first()) !== null
}
