import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import app from '@adonisjs/core/services/app'
import ShieldMiddleware from '@adonisjs/shield/shield_middleware'
import type { ShieldConfig } from '@adonisjs/shield/types'
import { CONSOLE_PATH } from '#config/app'

/**
 * Shield for both surfaces. The console's form token lies under its own path: with both surfaces
 * open in one browser neither overwrites the other's.
 */
export default class SurfaceShieldMiddleware {
  static #bySurface: Promise<{ officer: ShieldMiddleware; operator: ShieldMiddleware }> | undefined

  async handle(ctx: HttpContext, next: NextFn) {
    SurfaceShieldMiddleware.#bySurface ??= this.#build()
    const surfaces = await SurfaceShieldMiddleware.#bySurface
    return (ctx.request.url().startsWith(CONSOLE_PATH) ? surfaces.operator : surfaces.officer).handle(ctx, next)
  }

  async #build() {
    const config = app.config.get<ShieldConfig>('shield')
    const encryption = (await app.container.make('encryption')).use()
    const { default: edge } = await import('edge.js')
    const withPath = (path: string): ShieldConfig => ({
      ...config,
      csrf: { ...config.csrf, cookieOptions: { ...config.csrf?.cookieOptions, path } } as NonNullable<
        ShieldConfig['csrf']
      >,
    })
    return {
      officer: new ShieldMiddleware(withPath('/'), encryption, edge),
      operator: new ShieldMiddleware(withPath(CONSOLE_PATH), encryption, edge),
    }
  }
}
