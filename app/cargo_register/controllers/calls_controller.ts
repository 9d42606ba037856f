import type { HttpContext } from '@adonisjs/core/http'
import { toInstant } from '#core/kernel/local_time'
import { imoCheckDigit } from '#core/reference/check_digits'
import { recordAction } from '#platform/audit/record'
import { unitOfWork } from '#platform/tenancy/database'
import { recordCall } from '../actions/record_call.js'
import { listOwnPorts } from '../queries/list_own_ports.js'
import { callValidator } from '../validators/calls.js'

/** Calls that an officer knows by schedule. */
export default class CallsController {
  async create({ inertia }: HttpContext) {
    return inertia.render('conveyances/new', { ports: await listOwnPorts(), modes: ['sea', 'air'] })
  }

  async store({ request, response, session, officer, administration, i18n }: HttpContext) {
    const input = await request.validateUsing(callValidator, {
      messagesProvider: i18n.createMessagesProvider('register'),
    })
    const { callId } = await unitOfWork(async () => {
      const recorded = await recordCall({
        mode: input.mode,
        meansName: input.means,
        imo: input.imo === '' ? null : imoCheckDigit(input.imo).normalised,
        callSign: null,
        flag: null,
        voyage: input.voyage,
        carrierCode: null,
        carrierName: null,
        port: input.port,
        previousPort: input.lastPort === '' ? null : input.lastPort.toUpperCase(),
        leftPreviousAt: input.leftPrevious === '' ? null : toInstant(input.leftPrevious, administration!.timezone),
        berth: input.berth === '' ? null : input.berth,
        eta: toInstant(input.eta, administration!.timezone),
        etd: null,
        arrivedAt: null,
        source: 'page',
        toldAt: Date.now(),
        recordedBy: officer.id,
        messageId: null,
      })
      await recordAction({
        action: 'call.recorded',
        subject: { kind: 'call', id: recorded.callId },
        data: { outcome: recorded.outcome },
      })
      return recorded
    })
    session.flash('flash', { kind: 'done', sentence: { key: 'common.done_call_added', params: {} } })
    return response.redirect().status(303).toPath(`/a/${administration!.code}/conveyances/${callId}`)
  }
}
