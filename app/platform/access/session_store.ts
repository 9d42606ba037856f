import type { HttpContext } from '@adonisjs/core/http'
import { MessageBuilder } from '@adonisjs/core/helpers'
import db from '@adonisjs/lucid/services/db'
import type { SessionConfig, SessionData, SessionStoreContract } from '@adonisjs/session/types'
import { createHash } from 'node:crypto'
import { CONSOLE_PATH } from '#config/app'

/** Idle and absolute limits in minutes, per guard (SECURITY section 4). */
export const SESSION_LIMITS = {
  officer: { idle: 30, absolute: 12 * 60 },
  operator: { idle: 10, absolute: 4 * 60 },
} as const

const table = () => db.connection('auth').from('control.sessions')

/** The database holds a hash, so that reading the table does not give sessions away. */
export const sessionKey = (id: string) => createHash('sha256').update(id).digest('base64url')

/**
 * Sessions as rows that can be listed and ended. A revoked session stays dead: an answer still
 * under way updates its row and finds none, it never brings the row back.
 */
class DatabaseSessionStore implements SessionStoreContract {
  /** The id this request found in the database; a new id (sign-in) is inserted, a vanished one is not. */
  #known: string | null = null

  constructor(private readonly ctx: HttpContext | null) {}

  async read(id: string): Promise<SessionData | null> {
    const row = await table().where('id', sessionKey(id)).where('expires_at', '>', new Date()).first()
    if (!row) return null
    const limits = SESSION_LIMITS[row.guard as keyof typeof SESSION_LIMITS] ?? SESSION_LIMITS.officer
    const age = Date.now() - new Date(row.created_at).getTime()
    if (row.guard && age > limits.absolute * 60_000) {
      await this.destroy(id)
      return null
    }
    this.#known = id
    return new MessageBuilder().verify(row.data, sessionKey(id))
  }

  async write(id: string, values: SessionData): Promise<void> {
    const data = new MessageBuilder().build(values, undefined, sessionKey(id))
    const state = { data, last_seen_at: new Date(), expires_at: this.#expiry(), ...owner(values) }
    if (this.#known === id) {
      await table().where('id', sessionKey(id)).update(state)
      return
    }
    await db
      .connection('auth')
      .insertQuery()
      .table('control.sessions')
      .insert({ id: sessionKey(id), agent: this.ctx?.request.header('user-agent')?.slice(0, 200) ?? null, ...state })
      .knexQuery.onConflict('id')
      .merge(Object.keys(state))
    this.#known = id
  }

  async destroy(id: string): Promise<void> {
    await table().where('id', sessionKey(id)).delete()
  }

  async touch(id: string): Promise<void> {
    await table().where('id', sessionKey(id)).update({ last_seen_at: new Date(), expires_at: this.#expiry() })
  }

  #expiry(): Date {
    const guard = this.ctx?.request.url().startsWith(CONSOLE_PATH) ? 'operator' : 'officer'
    return new Date(Date.now() + SESSION_LIMITS[guard].idle * 60_000)
  }
}

function owner(values: SessionData): Record<string, unknown> {
  if (values.auth_officer) {
    return { guard: 'officer', administration_id: values.administration ?? null, person_id: values.auth_officer }
  }
  if (values.auth_operator) return { guard: 'operator', administration_id: null, person_id: values.auth_operator }
  return { guard: null, administration_id: null, person_id: null }
}

export const databaseSessionStore = (ctx: HttpContext, _config: SessionConfig): SessionStoreContract =>
  new DatabaseSessionStore(ctx)
