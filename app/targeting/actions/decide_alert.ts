import type { Officer } from '#platform/access/officer'
import { mayUndo } from '../undo_window.js'
import { moveAlert, type AlertMove } from './move_alert.js'

const decided = (officer: Officer, reason: string | null, note: string | null) => ({
  sql: `decided_by = ?, decided_at = now(), decision_reason = ?, decision_note = ?`,
  bindings: [officer.id, reason, note],
})

export const dismissAlert = (
  id: string,
  officer: Officer,
  reason: string,
  note: string | null,
  refuse?: AlertMove['refuse']
) =>
  moveAlert(id, {
    act: 'dismiss',
    officer,
    reason,
    note,
    set: decided(officer, reason, note),
    ...(refuse ? { refuse } : {}),
  })

/** Back to whoever held it, else to the queue. */
export const undoDismissal = (id: string, officer: Officer) =>
  moveAlert(id, {
    act: ({ claimed_by: holder }) => (holder === null ? 'undo_unheld' : 'undo'),
    officer,
    refuse: (alert) => (mayUndo(officer.id, alert) ? null : 'undo_too_late'),
  })

/** Back to the queue by who holds it. */
export const releaseAlert = (id: string, officer: Officer) => moveAlert(id, { act: 'release', officer })
