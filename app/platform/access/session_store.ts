import type { HttpContext } from '@adonisjs/core/http'
import { MessageBuilder } from '@adonisjs/core/helpers'
import db from '@adonisjs/lucid/services/db'
import type { SessionConfig, SessionData, SessionStoreContract } from '@adonisjs/session/types'
import { createHash } from 'node:crypto'
import { now } from '#platform/identity/clock'
import { KeptAnswers } from './kept_answers.js'
import type { SessionLimits } from './role_templates.js'

/** A session of nobody, or of somebody who still owes the second factor. */
const GUEST_IDLE_MINUTES = 30

const table = () => db.connection('auth').from('control.sessions')
const minutes = (count: number) => count * 60_000

/** The database holds a hash, so that reading the table does not give sessions away. */
export const sessionKey = (id: string) => createHash('sha256').update(id).digest('base64url')

interface KnownSession {
  id: string
  idleMinutes: number
  endsAt: Date | null
}

/**
 * Sessions as rows that can be listed and ended. A revoked session stays dead: an answer still
 * under way updates its row and finds none, it never brings the row back.
 */
class DatabaseSessionStore implements SessionStoreContract {
  /** What this request found in the database; a new id (sign-in) is inserted, a vanished one is not. */
  #known: KnownSession | null = null

  readonly #answers: KeptAnswers

  constructor(private readonly ctx: HttpContext | null) {
    this.#answers = new KeptAnswers(ctx)
  }

  async read(id: string): Promise<SessionData | null> {
    const row = await table().where('id', sessionKey(id)).where('expires_at', '>', now()).first()
    if (!row) return null
    this.#known = { id, idleMinutes: row.idle_minutes, endsAt: row.ends_at }
    const values = new MessageBuilder().verify<SessionData>(row.data, sessionKey(id))
    return values && this.#answers.opened(values)
  }

  async write(id: string, values: SessionData): Promise<void> {
    const data = new MessageBuilder().build(this.#answers.closed(values), undefined, sessionKey(id))
    const limits = limitsOf(values)
    const state = { data, last_seen_at: now(), ...limits, expires_at: expiry(limits), ...owner(values) }
    if (this.#known?.id === id) {
      await table().where('id', sessionKey(id)).update(state)
      return
    }
    await db
      .connection('auth')
      .insertQuery()
      .table('control.sessions')
      .insert({
        id: sessionKey(id),
        agent: this.#agent(),
        created_at: new Date(Number(values.began ?? now())),
        ...state,
      })
      .knexQuery.onConflict('id')
      .merge(Object.keys(state))
    this.#known = { id, idleMinutes: limits.idle_minutes, endsAt: limits.ends_at }
  }

  #agent(): string | null {
    return this.ctx?.request.header('user-agent')?.slice(0, 200) ?? null
  }

  async destroy(id: string): Promise<void> {
    await table().where('id', sessionKey(id)).delete()
  }

  async touch(id: string): Promise<void> {
    if (this.#known?.id !== id) return
    const { idleMinutes, endsAt } = this.#known
    await table()
      .where('id', sessionKey(id))
      .update({ last_seen_at: now(), expires_at: expiry({ idle_minutes: idleMinutes, ends_at: endsAt }) })
  }
}

/** No use prolongs a session beyond its end, however often its id is renewed. */
const expiry = ({ idle_minutes: idle, ends_at: end }: { idle_minutes: number; ends_at: Date | null }): Date =>
  new Date(Math.min(now().getTime() + minutes(idle), end?.getTime() ?? Infinity))

function limitsOf(values: SessionData): { idle_minutes: number; ends_at: Date | null } {
  const limits = values.limits as SessionLimits | undefined
  const began = Number(values.began ?? 0)
  if (!limits || !began) return { idle_minutes: GUEST_IDLE_MINUTES, ends_at: null }
  return { idle_minutes: limits.idleMinutes, ends_at: new Date(began + minutes(limits.absoluteMinutes)) }
}

function owner(values: SessionData): Record<string, unknown> {
  const complete = values.complete === true
  // One table of accounts and so one kind of row: which guard they pass, their sender decides at every request.
  const account = values.auth_officer ?? values.auth_filer
  if (account) {
    return {
      guard: 'officer',
      administration_id: values.administration ?? null,
      person_id: account,
      complete,
    }
  }
  if (values.auth_operator)
    return { guard: 'operator', administration_id: null, person_id: values.auth_operator, complete }
  return { guard: null, administration_id: null, person_id: null, complete: false }
}

export const databaseSessionStore = (ctx: HttpContext, _config: SessionConfig): SessionStoreContract =>
  new DatabaseSessionStore(ctx)
