import db from '@adonisjs/lucid/services/db'
import { LIVE_CHANNEL } from '#platform/live/notify'
import { now } from '#platform/identity/clock'
import { sessionKey } from './session_store.js'

/** Whose sessions: an officer of one administration, or an operator. */
export interface SessionOwner {
  guard: 'officer' | 'operator'
  administrationId: string | null
  personId: string
}

export interface OpenSession {
  /** Hash of the session id: names it, cannot be used to sign in. */
  id: string
  agent: string | null
  startedAt: Date
  lastSeenAt: Date
}

export const SESSION_ENDED = 'session:ended'
/** Why a session is over, told to who still holds its cookie. */
export type EndedBecause = 'replaced' | 'ended'

const auth = () => db.connection('auth')
const table = () => auth().from('control.sessions')
const of = ({ guard, administrationId, personId }: SessionOwner) =>
  table().where({ guard, administration_id: administrationId, person_id: personId })
export const officerSessions = (administrationId: string, personId: string): SessionOwner => ({
  guard: 'officer',
  administrationId,
  personId,
})
export const operatorSessions = (personId: string): SessionOwner => ({
  guard: 'operator',
  administrationId: null,
  personId,
})

/** Sessions that are signed in completely, newest use first. */
export async function listSessions(owner: SessionOwner): Promise<OpenSession[]> {
  const found = await of(owner)
    .select('id', 'agent', 'created_at', 'last_seen_at')
    .where('complete', true)
    .where('expires_at', '>', now())
    .orderBy('last_seen_at', 'desc')
    .limit(100)
  return found.map((row) => ({ id: row.id, agent: row.agent, startedAt: row.created_at, lastSeenAt: row.last_seen_at }))
}

/** Ends one own session; false when there is no such session of this person. */
export async function revokeSession(owner: SessionOwner, id: string): Promise<boolean> {
  return (await end(of(owner).where('id', id), 'ended')) > 0
}

/** Ends every own session but the current one. */
export const revokeOtherSessions = (owner: SessionOwner, currentSessionId: string): Promise<number> =>
  end(of(owner).whereNot('id', sessionKey(currentSessionId)), 'ended')

/** Ends every session of an officer (deactivated, password or factor reset) and the streams with it. */
export const endSessionsOf = (administrationId: string, officerId: string): Promise<number> =>
  end(of(officerSessions(administrationId, officerId)), 'ended')

/** Likewise of an operator. */
export const endSessionsOfOperator = (operatorId: string): Promise<number> =>
  end(of(operatorSessions(operatorId)), 'ended')

/** Leaves room for one more beside `allowed - 1`: the oldest end, and say so to who still holds them. */
export async function makeRoom(owner: SessionOwner, allowed: number, currentSessionId: string): Promise<void> {
  const older = (await of(owner)
    .select('id')
    .where('complete', true)
    .where('expires_at', '>', now())
    .whereNot('id', sessionKey(currentSessionId))
    .orderBy('last_seen_at', 'desc')
    .offset(allowed - 1)
    .limit(100)) as { id: string }[]
  if (older.length > 0)
    await end(
      of(owner).whereIn(
        'id',
        older.map(({ id }) => id)
      ),
      'replaced'
    )
}

export async function endSession(sessionId: string): Promise<void> {
  await table().where('id', sessionKey(sessionId)).delete()
  await tellStreams(sessionKey(sessionId))
}

/** Why the session behind this cookie is over, where somebody or something else ended it. */
export async function whyEnded(sessionId: string): Promise<EndedBecause | null> {
  const row = await auth().from('control.ended_sessions').where('id', sessionKey(sessionId)).first()
  return row ? (row.because as EndedBecause) : null
}

/** Nobody comes back with a cookie that old. */
const FORGET_AFTER_MS = 30 * 86_400_000

async function end(which: ReturnType<typeof table>, because: EndedBecause): Promise<number> {
  const long = new Date(now().getTime() - FORGET_AFTER_MS)
  await auth().from('control.ended_sessions').where('ended_at', '<', long).delete()
  const ended = (await which.delete().returning('id')) as { id: string }[]
  for (const { id } of ended) {
    await auth()
      .insertQuery()
      .table('control.ended_sessions')
      .insert({ id, because })
      .knexQuery.onConflict('id')
      .ignore()
    await tellStreams(id)
  }
  return ended.length
}

/** Open live streams of a session end with it, in every web process. */
async function tellStreams(id: string): Promise<void> {
  await auth().rawQuery(`select pg_catalog.pg_notify(?, ?)`, [
    LIVE_CHANNEL,
    JSON.stringify({ kind: SESSION_ENDED, id }),
  ])
}

/** Does this browser session still exist? Live streams ask it and end with it. */
export async function sessionIsOpen(sessionId: string): Promise<boolean> {
  return (await table().where('id', sessionKey(sessionId)).where('expires_at', '>', now()).first()) !== null
}
