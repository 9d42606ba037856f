/** What other rooms may use of intake. */
export { receiveMessage, type IncomingMessage, type NotReceived, type Receipt } from './actions/receive_message.js'
export { findSender, type Sender } from './actions/find_sender.js'
export { alwaysFiledOf } from './queries/always_filed_of.js'
