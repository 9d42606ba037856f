import type { HttpContext } from '@adonisjs/core/http'
import { listOwnPorts } from '#app/cargo_register/published'
import { answerDone, answerFailure, found, readInput } from '#platform/http/answers'
import { sentence } from '#platform/http/failure'
import { changeSystem, connectSystem } from '../actions/change_system.js'
import { getSystem, listDeliveries, listSystems, listTokensOfSystem } from '../queries/systems.js'
import { newSystemValidator, systemValidator } from '../validators/systems.js'

const iso = (at: Date | null) => at?.toISOString() ?? null

/** Systems outside that are told of instructions. */
export default class SystemsController {
  async index({ inertia }: HttpContext) {
    const systems = await listSystems()
    return inertia.render('administration/systems/index', {
      systems: systems.map(({ id, name, kind, hears, enabled, ready, waiting, dead, lastDeliveredAt }) => ({
        id,
        name,
        kind,
        hears,
        enabled,
        ready,
        waiting,
        dead,
        lastDeliveredAt: iso(lastDeliveredAt),
      })),
      ports: await listOwnPorts(),
    })
  }

  async show({ inertia, params }: HttpContext) {
    const { formerUntil, lastDeliveredAt, ...system } = found(await getSystem(params.id))
    const [ports, deliveries, tokens] = await Promise.all([
      listOwnPorts(),
      listDeliveries(system.id),
      listTokensOfSystem(system.id),
    ])
    return inertia.render('administration/systems/show', {
      system: { ...system, formerUntil: iso(formerUntil), lastDeliveredAt: iso(lastDeliveredAt) },
      ports,
      deliveries: deliveries.map(({ madeAt, nextAt, deliveredAt, answeredAt, toldAt, ...delivery }) => ({
        ...delivery,
        madeAt: madeAt.toISOString(),
        nextAt: nextAt.toISOString(),
        deliveredAt: iso(deliveredAt),
        answeredAt: iso(answeredAt),
        toldAt: iso(toldAt),
      })),
      tokens: tokens.map(({ expiresAt, lastUsedAt, ...token }) => ({
        ...token,
        expiresAt: expiresAt.toISOString(),
        lastUsedAt: iso(lastUsedAt),
      })),
    })
  }

  async store(ctx: HttpContext) {
    const made = await connectSystem(await readInput(ctx, newSystemValidator, 'systems'), ctx.officer.id)
    if (!made.ok) return answerFailure(ctx, made.error)
    return answerDone(ctx, pathTo(ctx, made.value), sentence('systems.done_connected'))
  }

  async update(ctx: HttpContext) {
    const changed = await changeSystem(ctx.params.id, await readInput(ctx, systemValidator, 'systems'))
    if (!changed.ok) return answerFailure(ctx, changed.error)
    return answerDone(ctx, pathTo(ctx, ctx.params.id), sentence('common.done_saved'))
  }
}

export const pathTo = ({ administration }: HttpContext, id: string) =>
  `/a/${administration!.code}/administration/systems/${id}`
