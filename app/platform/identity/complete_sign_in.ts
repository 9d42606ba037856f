import type { HttpContext } from '@adonisjs/core/http'
import { makeRoom } from '#platform/access/sessions'
import { now } from './clock.js'
import { noticeDevice } from './devices.js'
import type { Person } from './person.js'
import { markFresh, renew } from './session_state.js'

type Method = 'password' | 'code' | 'passkey'

/** The session may now reach what its person may: limits run, older sessions make room, a new device is told. */
export async function completeSignIn(ctx: HttpContext, person: Person, method: Method): Promise<void> {
  const { session } = ctx
  renew(session)
  session.put('complete', true)
  session.put('began', now().getTime())
  session.put('limits', person.limits)
  if (method !== 'password') session.put('factor', true)
  markFresh(session)
  await person.factors.together(async () => {
    await person.factors.record('session.started', { method })
    await noticeDevice(ctx, person)
  })
  await makeRoom(person.sessions, person.parallel, session.sessionId)
}

/** Proof given again within a session: a new id, a new secret for forms, and five minutes (T04). */
export function stepUp({ session }: HttpContext, byFactor: boolean): void {
  renew(session)
  if (byFactor) session.put('factor', true)
  markFresh(session)
}
