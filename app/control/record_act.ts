import type { HttpContext } from '@adonisjs/core/http'
import { sessionKey } from '#platform/access/session_store'
import type { PlatformAuditAction } from '#platform/audit/actions'
import { recordPlatformAction } from '#platform/audit/record_platform'

/** What an operator does at the console, in the platform's own audit. */
export const recordAct = (
  { request, session }: HttpContext,
  operatorId: string,
  action: PlatformAuditAction,
  subject?: { kind: string; id: string }
): Promise<void> =>
  recordPlatformAction({
    action,
    actor: { kind: 'operator', id: operatorId },
    session: sessionKey(session.sessionId),
    request: request.id() ?? '',
    ...(subject ? { subject } : {}),
  })
