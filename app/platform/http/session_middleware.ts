import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import app from '@adonisjs/core/services/app'
import { configProvider } from '@adonisjs/core'
import emitter from '@adonisjs/core/services/emitter'
import SessionMiddleware from '@adonisjs/session/session_middleware'
import { CONSOLE_PATH } from '#config/app'
import { cookieNames } from '#config/session'
import { isPortal } from './portal.js'

type Configuration = ConstructorParameters<typeof SessionMiddleware>[0]

type Surface = keyof typeof cookieNames

/** The console and the filers' portal have cookies of their own, so that no session ever serves two surfaces (DECISIONS 12). */
export default class SurfaceSessionMiddleware {
  static #bySurface: Promise<Record<Surface, SessionMiddleware<never>>> | undefined

  async handle(ctx: HttpContext, next: NextFn) {
    SurfaceSessionMiddleware.#bySurface ??= this.#build()
    const surfaces = await SurfaceSessionMiddleware.#bySurface
    return surfaces[surfaceOf(ctx.request.url())].handle(ctx, next)
  }

  async #build() {
    const config = (await configProvider.resolve(app, app.config.get('session'))) as Configuration
    const make = (cookieName: string) =>
      new SessionMiddleware({ ...config, cookieName }, emitter) as SessionMiddleware<never>
    return {
      officer: make(cookieNames.officer),
      filer: make(cookieNames.filer),
      operator: make(cookieNames.operator),
    }
  }
}

function surfaceOf(path: string): Surface {
  if (path.startsWith(CONSOLE_PATH)) return 'operator'
  return isPortal(path) ? 'filer' : 'officer'
}
