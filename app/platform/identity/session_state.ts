import type { HttpContext } from '@adonisjs/core/http'
import { now } from './clock.js'

type Session = HttpContext['session']

const FRESH_MS = 5 * 60_000

/** What a session still owes before it may reach anything (T03). */
export type Gate = 'verify' | 'enrol' | null

export function gateOf(person: { hasFactor: boolean; requiresSecondFactor: boolean }, session: Session): Gate {
  if (session.get('factor') === true) return null
  if (person.hasFactor) return 'verify'
  return person.requiresSecondFactor ? 'enrol' : null
}

/** A proof no older than five minutes: a factor, or the password of who has none. */
export const isFresh = (session: Session): boolean => now().getTime() - Number(session.get('fresh_at') ?? 0) <= FRESH_MS

/**
 * A new id and a new secret for forms. `regenerate` alone takes the old secret along (T04); the
 * browser gets its new token with the next page it asks for.
 */
export function renew(session: Session): void {
  session.regenerate()
  session.forget('csrf-secret')
}

/** Proof was just given. */
export function markFresh(session: Session): void {
  session.put('fresh_at', now().getTime())
}
