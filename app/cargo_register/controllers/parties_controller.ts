import type { HttpContext } from '@adonisjs/core/http'
import type { Result } from '#core/kernel/result'
import { recordAction } from '#platform/audit/record'
import { answerDone, answerFailure, found, readInput } from '#platform/http/answers'
import { sentence, type Failure } from '#platform/http/failure'
import { mergeIdentities } from '../actions/parties/merge_identities.js'
import { splitIdentity } from '../actions/parties/split_identity.js'
import { undoDecision } from '../actions/parties/undo_decision.js'
import { formsOfParty, getDecision, mergedInto } from '../queries/parties/get_party.js'
import { getPartyPage } from '../queries/parties/get_party_page.js'
import { listParties } from '../queries/parties/list_parties.js'
import { mergeValidator, partySearchValidator, splitValidator, undoValidator } from '../validators/parties.js'

const pathOf = (ctx: HttpContext, identity: string) => `/a/${ctx.administration!.code}/parties/${identity}`
/** Outside the officer's units a party is not there, also for what would be decided of it. */
const seen = async (identity: string) => found((await formsOfParty(identity))[0])

export default class PartiesController {
  async index(ctx: HttpContext) {
    const { q = '' } = await readInput(ctx, partySearchValidator, 'parties')
    return ctx.inertia.render('parties/index', { q, parties: await listParties(q) })
  }

  async show(ctx: HttpContext) {
    const { id } = ctx.params
    const page = await getPartyPage(id, new Date())
    if (!page) {
      const into = found(await mergedInto(id))
      await seen(into)
      return ctx.response.redirect().toPath(pathOf(ctx, into))
    }
    await recordAction({ action: 'party.opened', subject: { kind: 'party', id }, data: { keys: page.forms.length } })
    return ctx.inertia.render('parties/show', {
      ...page,
      may: { decide: ctx.officer.permissions.has('parties.decide') },
    })
  }

  async merge(ctx: HttpContext) {
    const { other, reason } = await readInput(ctx, mergeValidator, 'parties')
    const { id } = ctx.params
    await seen(id)
    await seen(other)
    const merged = await mergeIdentities({ from: other, into: id, reason, officerId: ctx.officer.id })
    return answer(ctx, merged.ok ? { ok: true, value: id } : merged, 'merged')
  }

  async split(ctx: HttpContext) {
    const { keys, reason } = await readInput(ctx, splitValidator, 'parties')
    const { id } = ctx.params
    await seen(id)
    const split = await splitIdentity({ from: id, keys, reason, officerId: ctx.officer.id })
    return answer(ctx, split, 'split')
  }

  async undo(ctx: HttpContext) {
    const { reason } = await readInput(ctx, undoValidator, 'parties')
    const decision = found(await getDecision(ctx.params.decision))
    if ((await formsOfParty(decision.into)).length === 0) await seen(decision.from)
    return answer(ctx, await undoDecision({ decision: decision.id, reason, officerId: ctx.officer.id }), 'undone')
  }
}

const answer = (ctx: HttpContext, done: Result<string, Failure>, word: 'merged' | 'split' | 'undone') =>
  done.ok ? answerDone(ctx, pathOf(ctx, done.value), sentence(`parties.done_${word}`)) : answerFailure(ctx, done.error)
