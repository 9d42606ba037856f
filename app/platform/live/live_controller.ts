import { PassThrough } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import type { Permission } from '#platform/access/permissions'
import { SESSION_ENDED, sessionIsOpen } from '#platform/access/sessions'
import { sessionKey } from '#platform/access/session_store'
import { loadOfficer, type Officer } from '#platform/access/officer'
import { tenancy } from '#platform/tenancy/tenant_context'
import { hear, type LiveEvent } from './listener.js'
import { ACCESS_CHANGED, LIVE_KINDS, PERSONAL_KIND, type LiveKind } from './notify.js'
import { isSubjectInScope } from './subjects.js'
import { watchState } from './watch_state.js'

const ALIVE_MS = 20_000
const STREAMS_PER_OFFICER = 5
const open = new Map<string, number>()

/**
 * One stream of server-sent events a page: kinds and ids of the officer's own administration that
 * the officer's permissions and units let through. It is bound to the session and ends with it; the client
 * chooses neither channel nor stream id (T18).
 */
export default class LiveController {
  async stream({ response, request, officer, administration, session }: HttpContext) {
    const holder = `${administration!.id}/${officer.id}`
    if ((open.get(holder) ?? 0) >= STREAMS_PER_OFFICER)
      return response.status(429).json({ message: { key: 'common.refused_other', params: {} } })
    open.set(holder, (open.get(holder) ?? 0) + 1)
    const stream = new PassThrough()
    const ownSession = sessionKey(session.sessionId)
    const sessionId = session.sessionId
    const here = tenancy.current()
    let listener: Officer = officer
    const silence = hear((event) => {
      if (event.kind === SESSION_ENDED && event.id === ownSession) return stream.end()
      if (changesAccess(event, administration!.id, officer)) return stream.end()
      const tell = () => stream.write(`data: ${JSON.stringify({ kind: event.kind, id: event.id })}\n\n`)
      if (isOwn(event, administration!.id, officer.id)) return tell()
      if (!mayHear(event, administration!.id, listener.permissions)) return
      if (listener.scope === null) return tell()
      // Who may not be asked at this moment is told nothing; the page asks by itself when it comes back.
      const context = { ...here, scope: listener.scope }
      void tenancy
        .run(context, () => isSubjectInScope(event.kind, event.id))
        .then(
          (inScope) => inScope && tell(),
          () => undefined
        )
    })
    const alive = setInterval(() => {
      // A database that is away for a moment ends no stream: the next look decides.
      void asOfNow(sessionId, officer.id).then(
        (now) => {
          if (!now) return stream.end()
          listener = now
          return stream.write(': alive\n\n')
        },
        () => stream.write(': waiting\n\n')
      )
    }, ALIVE_MS)
    const unwatch = watchState((troubles) => {
      stream.write(`event: system\ndata: ${JSON.stringify(troubles)}\n\n`)
    })
    const close = () => {
      silence()
      clearInterval(alive)
      unwatch()
      if (!stream.destroyed) stream.destroy()
      open.set(holder, Math.max(0, (open.get(holder) ?? 1) - 1))
    }
    request.request.once('close', close)
    stream.once('finish', () => response.response.end())
    stream.write(`retry: 2000\n: open\n\n`)
    response.header('Content-Type', 'text/event-stream; charset=utf-8').header('X-Accel-Buffering', 'no')
    return response.stream(stream)
  }
}

/** The officer with the permissions and units of this moment; `null` when session or officer ended. */
const asOfNow = async (sessionId: string, officerId: string) =>
  (await sessionIsOpen(sessionId)) ? loadOfficer(officerId) : null

/** Other roles, rights or state than when the stream was opened: the browser asks again and is weighed anew (T04). */
const changesAccess = (event: LiveEvent, administrationId: string, { id, roleIds }: Officer): boolean =>
  event.kind === ACCESS_CHANGED && event.a === administrationId && (event.id === id || roleIds.has(event.id))

export function mayHear(event: LiveEvent, administrationId: string, permissions: ReadonlySet<Permission>): boolean {
  const needed = LIVE_KINDS[event.kind as LiveKind] as Permission | undefined
  return event.a === administrationId && needed !== undefined && permissions.has(needed)
}

/** What is said to one officer is heard by nobody else, whatever their permissions. */
export const isOwn = (event: LiveEvent, administrationId: string, officerId: string): boolean =>
  event.a === administrationId && event.kind === PERSONAL_KIND && event.id === officerId
