import type { AnswerOptions } from '../../answer.js'
import type { EdifactEnvelope, ReadMessage } from '../../format.js'
import type { Problem } from '../../../kernel/problem.js'
import { InterchangeWriter } from './interchange_writer.js'
import { isSyntaxError, syntaxErrorOf } from './syntax_errors.js'

/** What the answer needs of a Message: small, so that a long interchange is answered without holding its cargo. */
export interface ContrlMessage extends Pick<ReadMessage, 'controlReference'> {
  /** S009 as filed. */
  readonly identifier: readonly string[]
  /** Why it is not taken, if it is not. */
  readonly refused: Problem | null
  /** Errors of syntax, in order. */
  readonly errors: readonly Problem[]
}

export interface ContrlSource {
  readonly envelope: EdifactEnvelope
  /** The Messages of that interchange, in order. */
  readonly messages: readonly ContrlMessage[]
  /** Problems of the envelope. */
  readonly problems: readonly Problem[]
}

/** UN 0083. */
const REJECTED = '4'
const ACKNOWLEDGED = '7'

/** Errors told of one message; more than these helps nobody and has no place in older syntax versions. */
const MOST_ERRORS = 99

const TYPE_NOT_READ: Problem = { code: 'SEM-TYPE-NOT-READ', severity: 'error' }

/** A message nobody here reads, or that could not be read, is rejected; anything else is taken with its errors. */
const rejection = ({ report, document, problems }: ReadMessage): Problem | null => {
  const fatal = problems.find(({ severity }) => severity === 'fatal')
  return fatal ?? (report || document ? null : TYPE_NOT_READ)
}

export const contrlMessage = (message: ReadMessage): ContrlMessage => {
  const own = [...message.problems, ...(message.report?.consignments.flatMap(({ problems }) => problems) ?? [])]
  return {
    controlReference: message.controlReference,
    identifier: message.envelope?.messageIdentifier ?? [message.type ?? ''],
    refused: rejection(message),
    errors: own.filter(isSyntaxError).slice(0, MOST_ERRORS),
  }
}

/** UCM, and for each error of syntax UCS with the segment and UCD with the element. */
const writeMessage = (out: InterchangeWriter, message: ContrlMessage): void => {
  const { controlReference, identifier, refused, errors } = message
  const head = [controlReference ?? '', identifier, refused ? REJECTED : ACKNOWLEDGED] as const
  out.add('UCM', ...head, refused ? syntaxErrorOf(refused) : '')
  for (const found of errors) {
    if (!found.at || found.at.segment < 1) continue
    const code = syntaxErrorOf(found)
    const { element, component, segment } = found.at
    out.add('UCS', String(segment), element === undefined ? code : '')
    if (element !== undefined) out.add('UCD', code, [String(element), component === undefined ? '' : String(component)])
  }
}

/**
 * Writes the syntax answer (CONTRL) to an interchange: whether it and each of its messages is
 * taken, and which errors stand where. Version D.3 for syntax versions up to 3, else 4.1.
 */
export const writeContrl = ({ envelope, messages, problems }: ContrlSource, options: AnswerOptions): Uint8Array => {
  const identifier = Number(envelope.syntax.version) >= 4 ? ['CONTRL', '4', '1', 'UN'] : ['CONTRL', 'D', '3', 'UN']
  const out = new InterchangeWriter(envelope, options, identifier)
  const all = messages.length > 0 && messages.every(({ refused }) => refused !== null)
  const wrong = problems.find(isSyntaxError)
  out.add(
    'UCI',
    envelope.controlReference ?? '',
    envelope.sender,
    envelope.recipient,
    all ? REJECTED : ACKNOWLEDGED,
    wrong ? syntaxErrorOf(wrong) : ''
  )
  for (const message of messages) writeMessage(out, message)
  return out.finish()
}
