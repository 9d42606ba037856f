/** What other rooms may use of intake. */
export { receiveMessage, type IncomingMessage, type NotReceived, type Receipt } from './actions/receive_message.js'
export { findSender, type Sender } from './actions/find_sender.js'
export { filingTermsOf, type FilingTerms } from './queries/filing_terms_of.js'
export { citedSegments, type CitedMessage } from './queries/cited_segments.js'
