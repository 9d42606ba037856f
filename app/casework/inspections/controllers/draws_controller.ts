import type { HttpContext } from '@adonisjs/core/http'
import { answerDone, answerFailure, found, readInput } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { recordAction } from '#platform/audit/record'
import { checkBaseline } from '../baseline/check_baseline.js'
import { confirmRate, rateAsked, rateNow } from '../baseline/rates.js'
import { revealDay } from '../actions/reveal_day.js'
import { commitmentOf, drawn, DRAW_VERSION } from '../draw/draw.js'
import {
  listDrawDays,
  listDraws,
  listReveals,
  wasDrawnOn,
  type DrawRow,
  type RevealRow,
} from '../queries/list_draws.js'
import { localDay } from '../shift_times.js'
import { dayValidator } from '../validators/orders.js'

/** Who was drawn to inspect what, for the auditor: sealed until the day is over, computed again once it is revealed. */
export default class DrawsController {
  async index({ inertia, administration }: HttpContext) {
    const days = await listDrawDays()
    return inertia.render('draws/index', {
      days: days.map((day) => ({ ...day, revealedAt: day.revealedAt?.toISOString() ?? null })),
      baseline: { now: await rateNow(), asked: await rateAsked() },
      today: localDay(Date.now(), administration!.timezone),
    })
  }

  async confirmRate(ctx: HttpContext) {
    const done = await confirmRate(ctx.params.rate, ctx.officer.id)
    if (!done.ok) return answerFailure(ctx, done.error)
    return answerDone(ctx, `/a/${ctx.administration!.code}/draws`, sentence('casework.done_rate_confirmed'))
  }

  async show(ctx: HttpContext) {
    const { day } = await this.#day(ctx)
    const [draws, reveals] = [await listDraws(day), await listReveals(day)]
    const { id } = ctx.administration!
    return ctx.inertia.render('draws/show', {
      day,
      over: day < localDay(Date.now(), ctx.administration!.timezone),
      baseline: await checkBaseline(day, reveals, { administrationId: id, readerId: ctx.officer.id }),
      reveals: reveals.map(({ at, ...reveal }) => ({ ...reveal, at: at.toISOString() })),
      draws: draws.map((draw) => ({
        id: draw.id,
        orderId: draw.orderId,
        number: draw.number,
        round: draw.round,
        reason: draw.reason,
        names: draw.names,
        drawn: draw.drawn,
        at: draw.at.toISOString(),
        check: checkOf(draw, reveals, id),
      })),
    })
  }

  async reveal(ctx: HttpContext) {
    const { day } = await this.#day(ctx)
    const done = await revealDay(day, ctx.officer.id)
    if (!done.ok) return answerFailure(ctx, done.error)
    return answerDone(ctx, `/a/${ctx.administration!.code}/draws/${day}`, sentence('casework.done_revealed'))
  }

  /** All that somebody needs who trusts no screen: the keys, the candidates and who was drawn, a line each. */
  async proof(ctx: HttpContext) {
    const { day } = await this.#day(ctx)
    const [draws, reveals] = [await listDraws(day), await listReveals(day)]
    await recordAction({ action: 'draws.exported', data: { day, draws: draws.length } })
    const head = {
      procedure: DRAW_VERSION,
      administration: ctx.administration!.id,
      day,
      keys: reveals.map(({ kid, dayKey }) => ({ kid, key: dayKey })),
    }
    const lines = draws.map(({ orderId, round, kid, commitment, candidates, drawnId }) => ({
      order: orderId,
      round,
      kid,
      commitment,
      candidates,
      drawn: drawnId,
    }))
    ctx.response.header('content-type', 'text/plain; charset=utf-8')
    ctx.response.header('content-disposition', `attachment; filename="draws-${day}.jsonl"`)
    return ctx.response.send([head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''))
  }

  /** A day without a draw is not there. */
  async #day(ctx: HttpContext) {
    const { params } = await readInput(ctx, dayValidator, 'casework')
    found((await wasDrawnOn(params.day)) || null)
    return params
  }
}

/** Computed again with the revealed key: `holds`, `differs`, or `sealed` while there is no key. */
function checkOf(draw: DrawRow, reveals: readonly RevealRow[], administrationId: string) {
  const reveal = reveals.find(({ kid }) => kid === draw.kid)
  if (!reveal) return 'sealed' as const
  const key = Buffer.from(reveal.dayKey, 'hex')
  const again = drawn(key, { administrationId, orderId: draw.orderId, round: draw.round }, draw.candidates)
  return commitmentOf(key) === draw.commitment && again === draw.drawnId ? ('holds' as const) : ('differs' as const)
}
