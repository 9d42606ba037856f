import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import app from '@adonisjs/core/services/app'
import { configProvider } from '@adonisjs/core'
import emitter from '@adonisjs/core/services/emitter'
import SessionMiddleware from '@adonisjs/session/session_middleware'
import { CONSOLE_PATH } from '#config/app'
import { cookieNames } from '#config/session'

type Configuration = ConstructorParameters<typeof SessionMiddleware>[0]

/** The console has a cookie of its own, so that no session ever serves both surfaces (DECISIONS 12). */
export default class SurfaceSessionMiddleware {
  static #bySurface: Promise<{ officer: SessionMiddleware<never>; operator: SessionMiddleware<never> }> | undefined

  async handle(ctx: HttpContext, next: NextFn) {
    SurfaceSessionMiddleware.#bySurface ??= this.#build()
    const surfaces = await SurfaceSessionMiddleware.#bySurface
    const surface = ctx.request.url().startsWith(CONSOLE_PATH) ? surfaces.operator : surfaces.officer
    return surface.handle(ctx, next)
  }

  async #build() {
    const config = (await configProvider.resolve(app, app.config.get('session'))) as Configuration
    const make = (cookieName: string) =>
      new SessionMiddleware({ ...config, cookieName }, emitter) as SessionMiddleware<never>
    return { officer: make(cookieNames.officer), operator: make(cookieNames.operator) }
  }
}
