import type { HttpContext } from '@adonisjs/core/http'
import { answerProblem, readJson } from '#app/intake/published'
import { recordAction } from '#platform/audit/record'
import { subjectOf } from '../about.js'
import { answerInstruction } from '../actions/answer_instruction.js'
import { ANSWERS, LONGEST_REASON, type Answer } from '../codes.js'
import { laneOf } from '../lane.js'
import { writtenForm } from '../written_form.js'
import { instructionFor } from '../queries/instruction_for.js'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const MOST_BYTES = 4 * 1024

/** Instructions as the system that was told of them reads and answers them, with its own token. */
export default class ApiInstructionsController {
  /** `GET /api/v1/instructions/:id`: which cargo it is about, as JSON or in a form of a plugin by `Accept`. */
  async show(ctx: HttpContext) {
    const { systemId } = ctx.tokenHolder
    const told = systemId && UUID.test(ctx.params.id) ? await instructionFor(ctx.params.id, systemId) : null
    if (!told) return answerProblem(ctx, 'no_instruction')
    const { about, instruction } = told
    await recordAction({
      action: 'instruction.read',
      subject: subjectOf(about),
      data: { instruction: instruction.id, system: systemId },
    })
    const form = await writtenForm(ctx.request.header('accept') ?? '', instruction)
    if (form) return ctx.response.header('content-type', form.type).send(Buffer.from(form.bytes))
    const { madeAt, selection, ...rest } = instruction
    return ctx.response.json({
      ...rest,
      madeAt: madeAt.toISOString(),
      ...(selection && {
        selection: {
          ...selection,
          lane: laneOf(selection.examination),
          until: new Date(selection.until).toISOString(),
        },
      }),
    })
  }

  /** `POST /api/v1/instructions/:id/acknowledgement`: `{"outcome":"acknowledged"}` or `{"outcome":"refused","reason":"…"}`. */
  async answer(ctx: HttpContext) {
    const { request, params, tokenHolder, response } = ctx
    if (!/^application\/json\b/i.test(request.header('content-type') ?? '')) return answerProblem(ctx, 'answer_refused')
    const told = answerIn(await readJson(ctx, MOST_BYTES))
    if (!told) return answerProblem(ctx, 'answer_refused')
    if (!tokenHolder.systemId || !UUID.test(params.id)) return answerProblem(ctx, 'no_instruction')
    const answered = await answerInstruction(params.id, tokenHolder.systemId, told)
    if (!answered.ok)
      return answerProblem(ctx, answered.error === 'not_found' ? 'no_instruction' : 'answered_otherwise')
    return response.json({ outcome: answered.value })
  }
}

function answerIn(body: unknown): { answer: Answer; reason: string | null } | null {
  if (typeof body !== 'object' || body === null) return null
  const { outcome, reason } = body as { outcome?: unknown; reason?: unknown }
  const answer = ANSWERS.find((each) => each === outcome)
  if (!answer) return null
  const said = typeof reason === 'string' ? reason.replace(/\p{C}/gu, ' ').trim() : ''
  if (said.length > LONGEST_REASON || (answer === 'refused' && said === '')) return null
  return { answer, reason: said || null }
}
