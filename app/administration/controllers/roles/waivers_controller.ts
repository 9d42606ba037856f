import type { HttpContext } from '@adonisjs/core/http'
import { answerDone, answerFailure } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { endWaiver } from '../../actions/access/end_waiver.js'
import { proposeChange } from '../../actions/access/propose_change.js'
import { waiverValidator } from '../../validators/roles.js'
import { pathTo, read } from '../form_answers.js'

/** A small administration lets one person hold both sides of a conflict; two people decide it (DECISIONS 19). */
export default class WaiversController {
  async store(ctx: HttpContext) {
    const { conflict, reason } = await read(ctx, waiverValidator)
    const asked = await proposeChange({ kind: 'conflict_waiver', conflict, reason }, ctx.officer.id)
    if (!asked.ok) return answerFailure(ctx, asked.error)
    return answerDone(ctx, pathTo(ctx, 'roles'), sentence('administration.done_waiver_asked'))
  }

  async destroy(ctx: HttpContext) {
    const ended = await endWaiver(ctx.params.conflict, ctx.officer.id)
    if (!ended.ok) return answerFailure(ctx, ended.error)
    return answerDone(ctx, pathTo(ctx, 'roles'), sentence('administration.done_waiver_ended'))
  }
}
