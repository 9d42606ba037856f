import type { HttpContext } from '@adonisjs/core/http'
import limiter from '@adonisjs/limiter/services/main'
import { recordAction } from '#platform/audit/record'
import { listAttachments, openAttachment } from '#platform/attachments/attachments'
import { keepAttachment } from '#platform/attachments/keep_attachment'
import { answerFile } from '#platform/http/answer_file'
import { answerDone, answerFailure, found, readInput } from '#platform/http/answers'
import { conflict, sentence } from '#platform/http/failure'
import { readUpload } from '#platform/http/read_upload'
import { execute, firstRow, unitOfWork } from '#platform/tenancy/database'
import { answerQuestion } from '../actions/answer_question.js'
import { FILER_ACTS_AN_HOUR, MOST_ANSWER_FILES } from '../codes.js'
import { filerQuestionLine, filerQuestionPage } from '../filer_page.js'
import { getFilerQuestion, listFilerQuestions, QUESTIONS_PER_PAGE } from '../queries/filer_questions.js'
import { answerValidator, filerListValidator } from '../validators/questions.js'

const subjectOf = (id: string) => ({ kind: 'question', id })

/** What a filer sees of what Customs asks it, and how it answers: its own questions and nothing else. */
export default class FilerQuestionsController {
  async index(ctx: HttpContext) {
    const asked = await readInput(ctx, filerListValidator, 'questions')
    const view = asked.view ?? 'open'
    const page = asked.page ?? 1
    const { questions, open, over } = await listFilerQuestions(ctx.filer.senderId, view, page)
    return ctx.inertia.render('filer/questions/index', {
      questions: questions.map(filerQuestionLine),
      view,
      counts: { open, over },
      page,
      pages: Math.max(1, Math.ceil((view === 'open' ? open : over) / QUESTIONS_PER_PAGE)),
    })
  }

  async show(ctx: HttpContext) {
    const question = found(await getFilerQuestion(ctx.params.id, ctx.filer.senderId))
    await noteSeen(question.id)
    return ctx.inertia.render(
      'filer/questions/show',
      filerQuestionPage(question, await listAttachments(subjectOf(question.id)))
    )
  }

  async answer(ctx: HttpContext) {
    if (!(await hasTurn(ctx.filer.id))) return answerFailure(ctx, conflict('questions.refused_too_many'))
    const said = await readInput(ctx, answerValidator, 'questions')
    const done = await answerQuestion(ctx.params.id, said, ctx.filer)
    if (!done.ok) return answerFailure(ctx, done.error)
    return answerDone(ctx, pathTo(ctx), sentence('questions.done_answered'))
  }

  async attach(ctx: HttpContext) {
    const question = found(await getFilerQuestion(ctx.params.id, ctx.filer.senderId))
    if (!(await hasTurn(ctx.filer.id))) return answerFailure(ctx, conflict('questions.refused_too_many'))
    const file = await readUpload(ctx)
    if (!file.ok) return answerFailure(ctx, file.error)
    const kept = await keepAttachment(
      subjectOf(question.id),
      { ...file.value, about: null, officerId: ctx.filer.id },
      () => takesFiles(question.id)
    )
    if (!kept.ok) return answerFailure(ctx, kept.error)
    return answerDone(ctx, pathTo(ctx), sentence('questions.done_attached'))
  }

  async file(ctx: HttpContext) {
    const question = found(await getFilerQuestion(ctx.params.id, ctx.filer.senderId))
    const { attachment, bytes } = found(await openAttachment(subjectOf(question.id), ctx.params.attachment))
    return answerFile(ctx, attachment, bytes)
  }
}

const pathTo = ({ administration, params }: HttpContext) => `/a/${administration!.code}/filer/questions/${params.id}`

/** One person does not flood the officers. */
const hasTurn = (filerId: string): Promise<boolean> =>
  limiter
    .use({ requests: FILER_ACTS_AN_HOUR, duration: '1 hour' })
    .attempt(`filer:${filerId}`, () => true)
    .then((turn) => turn === true)

/** That the filer knows of it, officers see; the first opening says so. */
const noteSeen = (id: string): Promise<void> =>
  unitOfWork(async () => {
    const first = await execute(`update tenant.questions set seen_at = now() where id = ? and seen_at is null`, [id])
    if (first > 0) await recordAction({ action: 'question.opened', subject: { kind: 'question', id } })
  })

/** While it may be answered, and no more than an answer can hold. */
const takesFiles = async (id: string): Promise<boolean> =>
  (await firstRow(
    `select 1 from tenant.questions q where q.id = ? and q.state in ('asked','lapsed')
        and (select count(*) from tenant.attachments a where a.subject_kind = 'question' and a.subject_id = q.id) < ${MOST_ANSWER_FILES}
      for update of q`,
    [id]
  )) !== null
