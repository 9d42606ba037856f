import type { RoomEvents } from '#platform/events/announce'
import { recordNotifications } from '../actions/record_notifications.js'
import { listInCharge } from '../queries/list_in_charge.js'
import { listHolders } from '../queries/list_holders.js'
import { toldOfOne } from '../told_of_one.js'

/** Whoever was given a case. */
export const tellOfAssignedCase = ({ caseId, officerId }: RoomEvents['case:assigned']) =>
  recordNotifications('case_assigned', [toldOfOne(caseId, [officerId])])

/** Whoever was named in a note. */
export const tellOfMention = ({ caseId, officerIds }: RoomEvents['case:mentioned']) =>
  recordNotifications('case_mentioned', [toldOfOne(caseId, officerIds)])

/** Phases in which a second person is asked for. */
const WAITING: ReadonlySet<string> = new Set(['dnl_requested', 'hold_requested', 'escalated'])

/** Who approves holds, of a case that waits for one; the one who asks already knows. */
export async function tellOfWaitingCase({ caseId, phase }: RoomEvents['case:moved']): Promise<void> {
  if (WAITING.has(phase))
    await recordNotifications('case_waiting', [toldOfOne(caseId, await listHolders('cases.approve'))])
}

/** The unit that a case was referred to. */
export const tellOfReferredCase = ({ caseId, officerIds }: RoomEvents['case:referred']) =>
  recordNotifications('case_referred', [toldOfOne(caseId, officerIds)])

/** Officers of the partner agency that it was referred to. */
export const tellOfReferral = ({ referralId, officerIds }: RoomEvents['referral:received']) =>
  recordNotifications('referral_received', [toldOfOne(referralId, officerIds)])

/** Who referred a case and who holds it, of what the partner answered. */
export const tellOfReferralAnswer = ({ caseId, officerIds }: RoomEvents['referral:answered']) =>
  recordNotifications('referral_answered', [toldOfOne(caseId, officerIds)])
/** Who holds a case or has a task, of its time; later who leads, as of alerts that nobody decided. */
export const tellOfDueCase = ({ caseId, officerId }: RoomEvents['case:due']) =>
  recordNotifications('case_due', [toldOfOne(caseId, [officerId])])
export const tellOfOverdueCase = async ({ caseId, port }: RoomEvents['case:overdue']) =>
  recordNotifications('case_overdue', [toldOfOne(caseId, await listHolders('cases.approve'), port)])
export const tellOfDueTask = ({ caseId, officerId }: RoomEvents['task:due']) =>
  recordNotifications('task_due', [toldOfOne(caseId, [officerId])])
export const tellOfOverdueTask = async ({ caseId, port }: RoomEvents['task:overdue']) =>
  recordNotifications('task_overdue', [toldOfOne(caseId, await listHolders('cases.approve'), port)])

/** Who works on the case, of an answer of a filer. */
export const tellOfAnsweredQuestion = async ({ caseId }: RoomEvents['question:answered']) =>
  recordNotifications('question_answered', [toldOfOne(caseId, await listInCharge(caseId))])

/** The same and who approves holds, of a question that nobody answered in time. */
export const tellOfLapsedQuestion = async ({ caseId }: RoomEvents['question:lapsed']) =>
  recordNotifications('question_lapsed', [
    toldOfOne(caseId, [...new Set([...(await listInCharge(caseId)), ...(await listHolders('cases.approve'))])]),
  ])

/** Who approves holds, of an instruction that was refused, did not arrive or was not answered in time. */
export const tellOfTroubledInstruction = async ({ caseId }: RoomEvents['instruction:troubled']) =>
  recordNotifications('instruction_troubled', [toldOfOne(caseId, await listHolders('cases.approve'))])

/** Who approves inspections, of a selection of which the same holds. */
export const tellOfTroubledSelection = async ({ orderId }: RoomEvents['selection:troubled']) =>
  recordNotifications('selection_troubled', [toldOfOne(orderId, await listHolders('inspections.approve'))])
