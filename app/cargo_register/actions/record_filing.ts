import { addCallEvent } from './add_call_event.js'
import type { FilingOfReport } from './register_cargo_report.js'

/** A manifest of the call was filed or amended. */
export async function recordFiling(
  callId: string,
  kind: 'manifest_filed' | 'manifest_amended',
  filing: FilingOfReport
): Promise<void> {
  await addCallEvent(callId, {
    kind,
    at: filing.filedAt,
    previousAt: null,
    source: 'message',
    note: null,
    recordedBy: null,
    messageId: filing.messageId,
  })
}
