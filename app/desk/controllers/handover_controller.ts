import type { HttpContext } from '@adonisjs/core/http'
import { listColleagues } from '#app/targeting/published'
import { answerDone, answerFailure, found } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { endAbsence, receiveHandover, recordAbsence, signHandover } from '../actions/sign_handover.js'
import {
  currentHandover,
  getHandover,
  listAbsences,
  listHandovers,
  type SignedHandover,
} from '../queries/get_handover.js'
import { absenceValidator, handoverValidator } from '../validators/desk.js'

/** The sheet between two shifts: prefilled, signed by who leaves and by who takes over; and who is away. */
export default class HandoverController {
  async index({ inertia, params, officer }: HttpContext) {
    const signed = params.id ? found(await getHandover(params.id)) : null
    const sign = officer.permissions.has('alerts.triage')
    return inertia.render('handover/index', {
      sheet: signed?.sheet ?? (await currentHandover(new Date())),
      signed: signed && { ...line(signed), note: signed.note, own: signed.written_by === officer.id },
      earlier: (await listHandovers()).map(line),
      absences: (await listAbsences(officer.permissions.has('alerts.supervise') ? null : officer.id)).map(
        ({ from, until, ...each }) => ({ ...each, from: from.toISOString(), until: until.toISOString() })
      ),
      colleagues: sign
        ? (await listColleagues()).filter(({ id }) => id !== officer.id).map(({ id, name }) => ({ id, name }))
        : [],
      may: { sign },
    })
  }

  async store(ctx: HttpContext) {
    const { note } = await ctx.request.validateUsing(handoverValidator)
    const id = await signHandover(ctx.officer, note)
    return answerDone(ctx, `/a/${ctx.params.code}/handover/${id}`, sentence('handover.signed'))
  }

  async receive(ctx: HttpContext) {
    const received = await receiveHandover(ctx.params.id, ctx.officer)
    if (!received.ok) return answerFailure(ctx, received.error)
    return answerDone(ctx, `/a/${ctx.params.code}/handover/${ctx.params.id}`, sentence('handover.received'))
  }

  async away(ctx: HttpContext) {
    const { from, until, substitute } = await ctx.request.validateUsing(absenceValidator)
    const recorded = await recordAbsence(ctx.officer.id, { from: new Date(from), until: new Date(until), substitute })
    if (!recorded.ok) return answerFailure(ctx, recorded.error)
    return answerDone(ctx, `/a/${ctx.params.code}/handover`, sentence('handover.absence_recorded'))
  }

  async back(ctx: HttpContext) {
    const ended = await endAbsence(ctx.officer.id, ctx.params.id)
    if (!ended.ok) return answerFailure(ctx, ended.error)
    return answerDone(ctx, `/a/${ctx.params.code}/handover`, sentence('handover.absence_ended'))
  }
}

const line = ({ id, writer, written_at: writtenAt, receiver, received_at: receivedAt }: SignedHandover) => ({
  id,
  writer,
  writtenAt: writtenAt.toISOString(),
  receiver,
  receivedAt: receivedAt?.toISOString() ?? null,
})
