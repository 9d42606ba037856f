import { requestReassessment } from '../actions/request_reassessment.js'

/** Deadlines, facts and indicators of a plugin came, went or changed: open cargo is weighed with what holds now. */
export async function weighAgain(): Promise<void> {
  await requestReassessment('plugins_changed')
}
