import type { HttpContext } from '@adonisjs/core/http'
import { normaliseName } from '#core/matching/normalise_name'
import { normaliseNumber } from '#core/matching/normalise_number'
import { answerDone, answerFailure, readInput } from '#platform/http/answers'
import { invalid, sentence } from '#platform/http/failure'
import { liftHold, setHold, type NewHold } from '../actions/legal_holds.js'
import { endOfDay, startOfDay } from '../days.js'
import { findHeldSubject, listHolds } from '../queries/list_holds.js'
import { holdValidator, reasonValidator, SCOPES } from '../validators/privacy.js'

type Scope = NewHold['scope']
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export default class HoldsController {
  async index({ inertia, officer }: HttpContext) {
    const holds = await listHolds()
    return inertia.render('privacy/holds', {
      scopes: [...SCOPES],
      holds: holds.map(({ setById, from, until, setAt, liftedAt, ...hold }) => ({
        ...hold,
        from: from?.toISOString() ?? null,
        until: until?.toISOString() ?? null,
        setAt: setAt.toISOString(),
        liftedAt: liftedAt?.toISOString() ?? null,
        mine: setById === officer.id,
      })),
      may: { manage: officer.permissions.has('legal_holds.manage') },
    })
  }

  async store(ctx: HttpContext) {
    const input = await readInput(ctx, holdValidator, 'authoring')
    const subjectId = await this.#subject(input.scope, input.subject)
    if (input.scope !== 'period' && input.scope !== 'party' && !subjectId)
      return answerFailure(ctx, invalid('subject', 'privacy.hold_of_nothing'))
    if (input.scope === 'period' && (!input.from || !input.until || input.until < input.from))
      return answerFailure(ctx, invalid('until', 'privacy.hold_without_period'))
    if (input.scope === 'party' && normaliseName(input.subject) === '')
      return answerFailure(ctx, invalid('subject', 'privacy.hold_of_nothing'))
    const period = input.scope === 'period'
    const set = await setHold(
      {
        scope: input.scope,
        subjectId,
        partyKey: input.scope === 'party' ? partyKeyOf(input.subject) : null,
        from: period ? startOfDay(input.from) : null,
        until: period ? endOfDay(input.until) : null,
        reason: input.reason,
        authority: input.authority,
      },
      ctx.officer.id
    )
    if (!set.ok) return answerFailure(ctx, set.error)
    return answerDone(ctx, pathOf(ctx), sentence('privacy.done_hold_set'))
  }

  async lift(ctx: HttpContext) {
    const { reason } = await readInput(ctx, reasonValidator, 'authoring')
    const lifted = await liftHold(ctx.params.id, reason, ctx.officer.id)
    if (!lifted.ok) return answerFailure(ctx, lifted.error)
    return answerDone(ctx, pathOf(ctx), sentence('privacy.done_hold_lifted'))
  }

  async #subject(scope: Scope, subject: string): Promise<string | null> {
    if (scope === 'party' || scope === 'period') return null
    if (UUID.test(subject)) return subject
    if (scope === 'case') return null
    return findHeldSubject(scope, scope === 'consignment' ? normaliseNumber(subject) : subject)
  }
}

/** As history tells parties apart: an identifier with its type (`id:NIT:123`), else the compared name. */
const partyKeyOf = (subject: string): string => (subject.startsWith('id:') ? subject : `name:${normaliseName(subject)}`)

const pathOf = ({ administration }: HttpContext) => `/a/${administration!.code}/privacy/holds`
