import type { HttpContext } from '@adonisjs/core/http'
import { listSites } from '#app/administration/published'
import { DAY } from '#core/kernel/instant'
import { toInstant } from '#core/kernel/local_time'
import { normaliseNumber } from '#core/matching/normalise_number'
import { answerDone, answerFailure, readInput } from '#platform/http/answers'
import { forbidden, invalid, sentence, type Failure } from '#platform/http/failure'
import { correctEvent, recordOfCall, recordOfConsignment } from '../actions/record_cargo_by_hand.js'
import { cargoEventValidator, correctionValidator, eventOfCallValidator } from '../validators/cargo_events.js'

/** What officers note of cargo: discharge, gate-out, release. */
export default class CargoEventsController {
  async store(ctx: HttpContext) {
    const { params, officer, administration } = ctx
    const input = await readInput(ctx, cargoEventValidator, 'events')
    const at = toInstant(input.at, administration!.timezone)
    const refused = refusal(ctx, input.kind, at)
    if (refused) return answerFailure(ctx, refused)
    if (input.site && !(await listSites()).some(({ id }) => id === input.site))
      return answerFailure(ctx, { kind: 'not_found' })
    const done = await recordOfConsignment(params.id, {
      kind: input.kind,
      at,
      equipment: input.equipment && normaliseNumber(input.equipment),
      siteId: input.site,
      note: input.note,
      officerId: officer.id,
    })
    if (!done.ok) return answerFailure(ctx, done.error)
    return answerDone(ctx, `/a/${administration!.code}/consignments/${params.id}`, sentence('common.done_event_added'))
  }

  /** Of a whole ship, or of the bills and containers named. */
  async storeOfCall(ctx: HttpContext) {
    const { params, officer, administration } = ctx
    const input = await readInput(ctx, eventOfCallValidator, 'events')
    const at = toInstant(input.at, administration!.timezone)
    const refused = refusal(ctx, input.kind, at)
    if (refused) return answerFailure(ctx, refused)
    const numbers = input.numbers
      ?.split(/[\n,;]+/)
      .map((number) => number.trim())
      .filter((number) => number !== '')
    const done = await recordOfCall(params.call, numbers?.length ? numbers : null, {
      kind: input.kind,
      at,
      equipment: null,
      siteId: null,
      note: input.note,
      officerId: officer.id,
    })
    if (!done.ok) return answerFailure(ctx, done.error)
    const path = `/a/${administration!.code}/conveyances/${params.call}`
    return answerDone(ctx, path, sentence('events.done_recorded', { count: done.value }))
  }

  async correct(ctx: HttpContext) {
    const { params, officer, administration } = ctx
    const input = await readInput(ctx, correctionValidator, 'events')
    const at = input.at === null ? null : toInstant(input.at, administration!.timezone)
    if (at !== null && at > Date.now() + DAY / 24) return answerFailure(ctx, invalid('at', 'events.in_future'))
    const mayRelease = officer.permissions.has('releases.record')
    const by = { at, note: input.note, officerId: officer.id, mayRelease }
    const done = await correctEvent(params.event, params.id, by)
    if (!done.ok) return answerFailure(ctx, done.error)
    return answerDone(ctx, `/a/${administration!.code}/consignments/${params.id}`, sentence('events.done_corrected'))
  }
}

/** A release lets goods go, so it needs a permission of its own (T40). */
function refusal({ officer }: HttpContext, kind: string, at: number): Failure | null {
  if (kind === 'release' && !officer.permissions.has('releases.record')) return forbidden('events.refused_release')
  return at > Date.now() + DAY / 24 ? invalid('at', 'events.in_future') : null
}
