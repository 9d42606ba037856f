import type { Officer } from '#platform/access/officer'
import { moveAlert } from './move_alert.js'

/** Answered by a case, which goes on from here. */
export const promoteAlert = (id: string, officer: Officer, caseId: string) =>
  moveAlert(id, {
    act: 'promote',
    officer,
    target: caseId,
    set: { sql: 'decided_by = ?, decided_at = now()', bindings: [officer.id] },
  })

/** Taken out of its case: it asks for a decision of its own again. */
export const returnAlert = (id: string, officer: Officer, caseId: string) =>
  moveAlert(id, { act: 'detach_from_case', officer, target: caseId })
