import type { HttpContext } from '@adonisjs/core/http'
import { toInstant } from '#core/kernel/local_time'
import type { Result } from '#core/kernel/result'
import { answerDone, answerFailure, found, readInput } from '#platform/http/answers'
import { conflict, forbidden, sentence, type Failure } from '#platform/http/failure'
import { addAlerts, addConsignment, detachAlert, linkCases } from '../actions/change_contents.js'
import { moveCase } from '../actions/move_case.js'
import { orderForCase } from '../actions/order_for_case.js'
import { addTask, tickTask } from '../actions/tasks.js'
import { writeNote } from '../actions/write_note.js'
import { hasOwnForm } from '../queries/acts_of_case.js'
import { getCase } from '../queries/get_case.js'
import { mayHold } from '../queries/may_hold.js'
import {
  caseActValidator,
  caseAlertsValidator,
  caseConsignmentValidator,
  caseLinkValidator,
  caseNoteValidator,
  caseOrderValidator,
  caseTaskValidator,
} from '../validators/cases.js'

/** What officers do with a case. Which act of its workflow is theirs, the workflow says. */
export default class CaseActsController {
  async move(ctx: HttpContext) {
    const { officer, params } = ctx
    const { version, officer: target, ...said } = await readInput(ctx, caseActValidator, 'cases')
    // Its inspection is ordered and its filers are asked by forms of their own.
    if (await hasOwnForm(found(await getCase(params.id)), params.act))
      return answerFailure(ctx, conflict('cases.refused_leads_nowhere'))
    const others = target !== null && target !== officer.id
    if (others && !officer.permissions.has('cases.approve'))
      return answerFailure(ctx, forbidden('cases.refused_not_permitted'))
    if (target !== null && !(await mayHold(target))) return answerFailure(ctx, { kind: 'not_found' })
    return this.#answer(
      ctx,
      'moved',
      await moveCase(params.id, { act: params.act, officer, target, seen: version, ...said })
    )
  }

  async note(ctx: HttpContext) {
    const { text, mentioned } = await readInput(ctx, caseNoteValidator, 'cases')
    return this.#answer(ctx, 'noted', await writeNote(ctx.params.id, text, mentioned, ctx.officer))
  }

  async alerts(ctx: HttpContext) {
    const { alerts } = await readInput(ctx, caseAlertsValidator, 'cases')
    return this.#answer(ctx, 'added', await addAlerts(ctx.params.id, alerts, ctx.officer))
  }

  async detach(ctx: HttpContext) {
    return this.#answer(ctx, 'detached', await detachAlert(ctx.params.id, ctx.params.alert, ctx.officer))
  }

  async consignment(ctx: HttpContext) {
    const { consignment } = await readInput(ctx, caseConsignmentValidator, 'cases')
    return this.#answer(ctx, 'added', await addConsignment(ctx.params.id, consignment, ctx.officer))
  }

  async link(ctx: HttpContext) {
    const { number } = await readInput(ctx, caseLinkValidator, 'cases')
    return this.#answer(ctx, 'linked', await linkCases(ctx.params.id, number, ctx.officer, true))
  }

  async unlink(ctx: HttpContext) {
    return this.#answer(ctx, 'unlinked', await linkCases(ctx.params.id, ctx.params.number, ctx.officer, false))
  }

  async task(ctx: HttpContext) {
    const { what, assignee, due } = await readInput(ctx, caseTaskValidator, 'cases')
    if (assignee !== null && !(await mayHold(assignee))) return answerFailure(ctx, { kind: 'not_found' })
    const dueAt = due === null ? null : toInstant(due, ctx.administration!.timezone)
    return this.#answer(ctx, 'task', await addTask(ctx.params.id, { what, assigneeId: assignee, dueAt }, ctx.officer))
  }

  async tick(ctx: HttpContext) {
    return this.#answer(ctx, 'ticked', await tickTask(ctx.params.id, ctx.params.task, true, ctx.officer))
  }

  async untick(ctx: HttpContext) {
    return this.#answer(ctx, 'ticked', await tickTask(ctx.params.id, ctx.params.task, false, ctx.officer))
  }

  async order(ctx: HttpContext) {
    const { officer, params, administration } = ctx
    const input = await readInput(ctx, caseOrderValidator, 'cases')
    const wanted = {
      consignmentId: input.consignment,
      siteId: input.site,
      type: input.type,
      equipment: input.equipment,
      slot: input.day && input.shift ? { day: input.day, shift: input.shift } : null,
      usefulUntil: toInstant(input.until, administration!.timezone),
    }
    return this.#answer(ctx, 'ordered', await orderForCase(params.id, wanted, input.overBooked, officer, input.version))
  }

  #answer(ctx: HttpContext, done: string, result: Result<unknown, Failure>) {
    if (!result.ok) return answerFailure(ctx, result.error)
    return answerDone(ctx, `/a/${ctx.administration!.code}/cases/${ctx.params.id}`, sentence(`cases.done_${done}`))
  }
}
