import type { AdministrationHealth } from './queries/list_administration_health.js'

const SILENT_AFTER_MS = 5 * 3_600_000
/** Worst first; those that do not receive yet last. */
export const HEALTH_ORDER = ['failing', 'silent', 'slow', 'healthy', 'not_receiving'] as const

/** One line of the console: what the administration reported, judged at `now`. */
export function healthRow(health: AdministrationHealth, now: Date) {
  const { code, name, demonstration, measures, reportedAt } = health
  const lastMessageAt = measures.last_message_at ? new Date(measures.last_message_at) : null
  const waiting = (measures.messages_waiting ?? 0) + (measures.assessments_waiting ?? 0)
  return {
    code,
    name,
    demonstration,
    ...(failing(health, now) ?? judge(health, lastMessageAt, waiting, now)),
    messages24h: measures.messages_24h ?? 0,
    waiting,
    quarantined: measures.messages_quarantined ?? 0,
    lastMessageAt: lastMessageAt?.toISOString() ?? null,
    reportedAt: reportedAt?.toISOString() ?? null,
  }
}

interface Judgement {
  state: (typeof HEALTH_ORDER)[number]
  cause: { key: string; params: Record<string, number> } | null
}

/** A fault that holds up work, clocks or counters that differ; `null` when there is none. */
function failing({ troubles, measures }: AdministrationHealth, now: Date): Judgement | null {
  // The chain of its audit no longer holds what was anchored outside the database (SECURITY D3): before everything else.
  if (measures.audit_alarm) return { state: 'failing', cause: { key: 'platform.cause_audit', params: {} } }
  const [worst] = troubles
  if (worst) {
    const minutes = Math.max(0, Math.floor((now.getTime() - worst.since.getTime()) / 60_000))
    const key = worst.code.endsWith('_waits') ? worst.code : `fault_${worst.code}`
    return { state: 'failing', cause: { key: `platform.cause_${key}`, params: { minutes } } }
  }
  const seconds = Math.round((measures.clock_skew_ms ?? 0) / 1000)
  if (seconds > 0) return { state: 'failing', cause: { key: 'platform.cause_clock_skew', params: { seconds } } }
  // Counters that differ from what they count (`history:check`): every assessment reads them.
  const count = measures.history_alarm ?? 0
  return count > 0 ? { state: 'failing', cause: { key: 'platform.cause_history', params: { count } } } : null
}

function judge({ measures }: AdministrationHealth, lastMessageAt: Date | null, waiting: number, now: Date): Judgement {
  if (!lastMessageAt) return { state: 'not_receiving', cause: null }
  const silentMs = now.getTime() - lastMessageAt.getTime()
  if (silentMs > SILENT_AFTER_MS)
    return {
      state: 'silent',
      cause: { key: 'platform.cause_silent', params: { hours: Math.floor(silentMs / 3_600_000) } },
    }
  if (waiting > 1000) return { state: 'slow', cause: { key: 'platform.cause_queue', params: { waiting } } }
  // Weighing goes on, with ever more beside what was compiled.
  const count = measures.engine_renewals_failed ?? 0
  if (count > 0) return { state: 'slow', cause: { key: 'platform.cause_engine', params: { count } } }
  return { state: 'healthy', cause: null }
}
