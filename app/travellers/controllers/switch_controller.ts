import type { HttpContext } from '@adonisjs/core/http'
import type { Result } from '#core/kernel/result'
import { answerDone, answerFailure, readInput } from '#platform/http/answers'
import { sentence, type Failure } from '#platform/http/failure'
import { switchReading } from '../actions/switch_reading.js'
import { countStored, listSwitchRevisions } from '../queries/get_switch.js'
import { switchOffValidator, switchOnValidator } from '../validators/travellers.js'

/** Whether this administration reads lists of travellers, by which law, and who said so. */
export default class SwitchController {
  async show({ inertia, officer }: HttpContext) {
    const [revisions, stored] = [await listSwitchRevisions(), await countStored()]
    return inertia.render('administration/travellers', {
      reads: revisions[0]?.reads ?? false,
      revision: revisions[0]?.revision ?? 0,
      revisions: revisions.map(({ changedAt, ...each }) => ({ ...each, changedAt: changedAt.toISOString() })),
      stored: { ...stored, since: stored.since?.toISOString() ?? null },
      may: { retention: officer.permissions.has('privacy.read') },
    })
  }

  async on(ctx: HttpContext) {
    const { basis, seen } = await readInput(ctx, switchOnValidator, 'authoring')
    return this.#answer(ctx, await switchReading({ reads: true, basis, seen }, ctx.officer.id), 'travellers.done_on')
  }

  async off(ctx: HttpContext) {
    const { basis, seen } = await readInput(ctx, switchOffValidator, 'authoring')
    return this.#answer(ctx, await switchReading({ reads: false, basis, seen }, ctx.officer.id), 'travellers.done_off')
  }

  #answer(ctx: HttpContext, result: Result<null, Failure>, said: string) {
    if (!result.ok) return answerFailure(ctx, result.error)
    return answerDone(ctx, `/a/${ctx.administration!.code}/administration/travellers`, sentence(said))
  }
}
