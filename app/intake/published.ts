/** What other rooms may use of intake. */
import './events.js'

export { receiveMessage, type IncomingMessage, type Receipt } from './actions/receive_message.js'
export { findSender } from './actions/find_sender.js'
export { isReceivedInScope } from './queries/received_in_scope.js'
export { sendersAnsweredWith } from './queries/senders/senders_answered_with.js'
export { countReadBy } from './queries/count_read_by.js'
export { filingTermsOf } from './queries/filing_terms_of.js'
export { citedSegments } from './queries/cited_segments.js'
export { default as DrainIntake } from './jobs/drain_intake.js'
export { eraseBytes } from './retention/erase_bytes.js'
