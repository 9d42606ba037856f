import type { MessageResult, ProblemView } from '../../resources/pages/messages/show.props.js'
import type { MessageOfReceived } from './queries/list_messages_of.js'
import type { StoredProblem } from './queries/list_problems.js'

export const problemView = (problem: StoredProblem, lineOf?: (offset: number) => number): ProblemView => ({
  code: problem.code,
  severity: problem.severity,
  params: problem.params,
  line: lineOf && problem.offset !== null ? lineOf(problem.offset) : problem.line,
  segment: problem.segment,
  consignment: problem.consignment,
})

/** One Message as the upload page and the message log show it, with its own Problems. */
export const messageView = (
  message: MessageOfReceived,
  problems: readonly StoredProblem[],
  lineOf?: (offset: number) => number
): MessageResult => ({
  index: message.position,
  type: message.type,
  version: message.version,
  profile: message.profile,
  function: message.function,
  reference: message.reference,
  conveyance: message.conveyance,
  state: message.state === 'status_only' ? 'read' : message.state,
  counts: {
    segments: message.segments,
    consignments: message.consignments,
    equipment: message.equipment,
    usable: message.usable,
  },
  problems: problems.filter(({ messageId }) => messageId === message.id).map((problem) => problemView(problem, lineOf)),
  manifestId: message.manifestId,
  callId: message.callId,
})
