import type { FilerQuestionLine } from '../../../resources/pages/filer/questions/index.props.js'
import type { FilerQuestionProps } from '../../../resources/pages/filer/questions/show.props.js'
import type { AttachmentRow } from '#platform/attachments/attachments'
import { LONGEST_ANSWER, MOST_ANSWER_FILES, REPLIES } from './codes.js'
import type { FilerQuestion, FilerQuestionDetail } from './queries/filer_questions.js'

const iso = (at: Date | null) => at?.toISOString() ?? null

export const filerQuestionLine = (question: FilerQuestion): FilerQuestionLine => ({
  id: question.id,
  number: question.number,
  kind: question.kind,
  state: question.state,
  bill: question.bill,
  conveyance: question.conveyance,
  voyage: question.voyage,
  port: question.port,
  askedAt: question.askedAt.toISOString(),
  dueAt: question.dueAt.toISOString(),
  answeredAt: iso(question.answeredAt),
  endedAt: iso(question.endedAt),
})

/** Written out member by member: what is added to a question is not shown outside by itself. */
export const filerQuestionPage = (
  question: FilerQuestionDetail,
  files: readonly AttachmentRow[]
): FilerQuestionProps => ({
  question: {
    ...filerQuestionLine(question),
    items: question.items,
    note: question.note,
    reply: question.reply,
    replyCode: question.replyCode,
    answer: question.answer,
    answeredBy: question.answeredBy,
  },
  replies: [...REPLIES[question.kind]],
  mayAnswer: question.state === 'asked' || question.state === 'lapsed',
  files: files.map(({ id, fileName, mediaType, bytes, scan, attachedAt }) => ({
    id,
    fileName,
    mediaType,
    bytes,
    scan,
    attachedAt: attachedAt.toISOString(),
  })),
  limits: { text: LONGEST_ANSWER, files: MOST_ANSWER_FILES },
})
