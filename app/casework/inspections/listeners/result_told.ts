import type { RoomEvents } from '#platform/events/announce'
import { takeToldResult } from '../actions/take_told_result.js'

/** What is taken back stays as it is: the reviewer sees that it was, and no outcome ends by itself. */
export async function resultTold({
  examinationId,
  systemId,
  cancelled,
}: RoomEvents['examination:told']): Promise<void> {
  if (!cancelled) await takeToldResult(examinationId, systemId)
}
