import type { CaseActView, CaseAskingView, CaseQuestionView } from '../../../resources/pages/cases/show.props.js'
import { ACTS, QUESTION_ITEMS, QUESTION_KINDS } from './codes.js'
import { whyNotAsked } from './actions/ask_filer.js'
import { listAskable } from './queries/askable.js'
import { listQuestionsOfCase } from './queries/questions_of_case.js'
import { defaultDeadline } from './deadlines.js'
import { questionTerms } from './terms.js'

const iso = (at: Date | null) => at?.toISOString() ?? null

/** Questions as the page of their case shows them. */
export const questionViews = async (caseId: string): Promise<CaseQuestionView[]> =>
  (await listQuestionsOfCase(caseId)).map((question) => ({
    id: question.id,
    number: question.number,
    kind: question.kind,
    state: question.state,
    bill: question.bill,
    sender: question.sender,
    items: question.items,
    note: question.note,
    madeBy: question.madeBy,
    madeAt: question.madeAt.toISOString(),
    askedAt: iso(question.askedAt),
    dueAt: iso(question.dueAt),
    seenAt: iso(question.seenAt),
    reply: question.reply,
    replyCode: question.replyCode,
    answer: question.answer,
    answeredBy: question.answeredBy,
    answeredAt: iso(question.answeredAt),
    endedAt: iso(question.endedAt),
    files: question.files.map(({ id, fileName, mediaType, bytes, sha256, scan, attachedAt }) => ({
      id,
      fileName,
      mediaType,
      bytes,
      sha256,
      scan,
      attachedAt: attachedAt.toISOString(),
    })),
  }))

/** What can be asked now, by the acts that the workflow allows this officer; cargo that cannot be asked about says why. */
export async function askingView(
  caseId: string,
  acts: readonly { does: string; act: CaseActView }[],
  now = new Date()
): Promise<CaseAskingView[]> {
  if (acts.length === 0) return []
  const [cargo, terms] = await Promise.all([listAskable(caseId), questionTerms()])
  return QUESTION_KINDS.flatMap((kind) => {
    const act = acts.find(({ does }) => does === ACTS[kind])?.act
    if (!act) return []
    // Screening is asked for in the air alone.
    const asked = kind === 'rfs' ? cargo.filter(({ mode }) => mode === 'air') : cargo
    if (asked.length === 0) return []
    const view = asked.map((each) => ({
      consignment: each.consignmentId,
      bill: each.bill,
      sender: each.sender,
      refused: whyNotAsked(kind, each),
      due: defaultDeadline(terms[kind], each, now).toISOString(),
    }))
    return [{ kind, act, items: [...QUESTION_ITEMS[kind]], cargo: view }]
  })
}
