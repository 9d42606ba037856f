import { firstRow, rows } from '#platform/tenancy/database'
import { ANSWER_FILE, type AnswerFile, type CoreKind } from '../answer.js'

export interface AnswerLine {
  id: string
  /** `contrl`, `cusres`, `manifest_answer`, or the code of a plugin's acknowledgement. */
  kind: string
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

interface StoredAnswer {
  id: string
  kind: string
  position: number
  /** `null`: of core, whose kinds say it. */
  own: AnswerFile | null
  content: Buffer
}

/** One answer of this received message with what its file is, or `null`. */
export async function getAnswer(receivedMessageId: string, id: string) {
  if (!UUID.test(id)) return null
  const answer = await firstRow<StoredAnswer>(
    `select id, kind, position, content,
       case when media_type is not null then json_build_object('type', media_type, 'ending', ending) end as own
       from tenant.answers where received_message_id = ?::uuid and id = ?::uuid`,
    [receivedMessageId, id]
  )
  return answer && { ...answer, file: answer.own ?? ANSWER_FILE[answer.kind as CoreKind] }
}
