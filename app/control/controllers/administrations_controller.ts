import type { HttpContext } from '@adonisjs/core/http'
import { listAdministrationHealth, type AdministrationHealth } from '../queries/list_administration_health.js'

const SILENT_AFTER_MS = 5 * 3_600_000
const ORDER = ['failing', 'silent', 'slow', 'healthy', 'not_receiving'] as const

/** Worst first, those that do not receive yet last; counts and health only. */
export default class AdministrationsController {
  async index({ inertia }: HttpContext) {
    const now = new Date()
    const administrations = (await listAdministrationHealth()).map((each) => present(each, now))
    administrations.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || a.name.localeCompare(b.name))
    return inertia.render('platform/administrations', { administrations, at: now.toISOString() })
  }
}

function present({ code, name, demonstration, measures, reportedAt }: AdministrationHealth, now: Date) {
  const lastMessageAt = measures.last_message_at ? new Date(measures.last_message_at) : null
  const waiting = (measures.messages_waiting ?? 0) + (measures.assessments_waiting ?? 0)
  return {
    code,
    name,
    demonstration,
    ...judge(lastMessageAt, waiting, now),
    messages24h: measures.messages_24h ?? 0,
    waiting,
    quarantined: measures.messages_quarantined ?? 0,
    lastMessageAt: lastMessageAt?.toISOString() ?? null,
    reportedAt: reportedAt?.toISOString() ?? null,
  }
}

function judge(
  lastMessageAt: Date | null,
  waiting: number,
  now: Date
): { state: (typeof ORDER)[number]; cause: { key: string; params: Record<string, number> } | null } {
  if (!lastMessageAt) return { state: 'not_receiving', cause: null }
  const silentMs = now.getTime() - lastMessageAt.getTime()
  if (silentMs > SILENT_AFTER_MS)
    return {
      state: 'silent',
      cause: { key: 'platform.cause_silent', params: { hours: Math.floor(silentMs / 3_600_000) } },
    }
  if (waiting > 1000) return { state: 'slow', cause: { key: 'platform.cause_queue', params: { waiting } } }
  return { state: 'healthy', cause: null }
}
