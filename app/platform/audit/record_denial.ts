import type { HttpContext } from '@adonisjs/core/http'
import { recordAction } from './record.js'

const DENIALS = [403, 404]

/**
 * What a signed-in officer was refused, or was told is not there: one entry with the route and
 * the status (SECURITY section 2). Strangers leave none, so that nobody can flood the audit from outside.
 */
export async function recordDenial({ response, route, params }: HttpContext): Promise<void> {
  const status = response.getStatus()
  if (!DENIALS.includes(status)) return
  const id = UUID.exec(Object.values(params as Record<string, string>).join(' '))?.[0]
  await recordAction({
    action: 'security.denied',
    ...(id ? { subject: { kind: 'asked', id } } : {}),
    data: { route: route?.name ?? null, status },
  })
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i
