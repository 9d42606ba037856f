import db from '@adonisjs/lucid/services/db'
import router from '@adonisjs/core/services/router'
import type { HttpContext } from '@adonisjs/core/http'
import { rows } from '#platform/tenancy/database'
import { administrationPages } from '#start/kernel'
import type { Side } from '#tests/support/colliding_worlds'

/**
 * Routes as somebody could write them by mistake. The router closes when the server starts, so they
 * are planted as this file is loaded, and answer only while a test has switched them on.
 * POST, because the routes for what matches nothing take every GET.
 */
const handlers: Record<string, (ctx: HttpContext, victim: Side) => unknown> = {
  /** Forgot its guard and where it is: reads as the neighbour, whoever asks. */
  'planted.unguarded': async ({ response }, victim) =>
    response.json(await victim.place.run(() => rows(`select to_jsonb(t) from tenant.officers t`))),
  /** Asks the control role for rows of tenants. */
  'planted.other_role': async ({ response }) =>
    response.json((await db.connection('control').rawQuery('select name from tenant.officers')).rows),
  /** Tells its own failure. */
  'planted.failure': () => {
    throw new Error('CANARY of a failure: select secret from tenant.officers')
  },
}

let victim: Side | undefined

export const isPlanted = (name: string) => name in handlers

/** Switches the planted routes on while the work runs. */
export async function withPlantedRoutes<T>(side: Side, work: () => Promise<T>): Promise<T> {
  victim = side
  try {
    return await work()
  } finally {
    victim = undefined
  }
}

for (const [name, handler] of Object.entries(handlers)) {
  router
    .post(`/a/:code/${name}`, (ctx) => (victim ? handler(ctx, victim) : ctx.response.status(404).json({})))
    .as(name)
    .use(administrationPages())
}
