/** Undo is for the person who decided, shortly after (EXPERIENCE section 7). */
export const UNDO_SECONDS = 10
/** The clock of the browser and the way there get a little more. */
const GRACE_SECONDS = 5

/** What the workflow does not settle: only who dismissed it takes that back, and only at once. */
export function mayUndo(
  officerId: string,
  alert: { state: string; decided_by: string | null; decided_at: Date | null }
): boolean {
  if (alert.state !== 'dismissed' || alert.decided_by !== officerId || alert.decided_at === null) return false
  return Date.now() - alert.decided_at.getTime() < (UNDO_SECONDS + GRACE_SECONDS) * 1000
}
