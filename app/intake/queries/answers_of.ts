import { firstRow, rows } from '#platform/tenancy/database'
import type { AnswerKind } from '../answer.js'

export interface AnswerLine {
  id: string
  kind: AnswerKind
  /** Of the Message it answers, or of the interchange (`contrl`), from 0. */
  position: number
  bytes: number
  madeAt: Date
}

/** Answers made to a received message, in the order of what they answer; at most 500. */
export const listAnswers = (receivedMessageId: string): Promise<AnswerLine[]> =>
  rows(
    `select id, kind, position, length(content) as bytes, made_at as "madeAt" from tenant.answers
      where received_message_id = ?::uuid order by kind, position limit 500`,
    [receivedMessageId]
  )

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** One answer of this received message, or `null`. */
export const getAnswer = async (receivedMessageId: string, id: string) =>
  UUID.test(id)
    ? firstRow<{ id: string; kind: AnswerKind; position: number; content: Buffer }>(
        `select id, kind, position, content from tenant.answers where received_message_id = ?::uuid and id = ?::uuid`,
        [receivedMessageId, id]
      )
    : null
