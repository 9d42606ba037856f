import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { Exception } from '@adonisjs/core/exceptions'
import BodyParserMiddleware from '@adonisjs/core/bodyparser_middleware'
import { isPlainInput } from './plain_input.js'

const refused = () => new Exception('The request holds what no form sends', { status: 400, code: 'E_INPUT_REFUSED' })

/**
 * The framework's body parser, and a look at what it parsed before any validator: nesting beyond
 * every form, NUL and half characters are refused here, where they would break validators, hashes
 * and the database (SECURITY section 4, body limits; T25, T47).
 */
export default class BodyMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const parser = await ctx.containerResolver.make(BodyParserMiddleware)
    let parsed = false
    try {
      return await parser.handle(ctx, async () => {
        parsed = true
        if (!isPlainInput(ctx.request.original()) || !isPlainInput(ctx.request.qs())) throw refused()
        return next()
      })
    } catch (error) {
      // The parser copies by recursion: what is too deep for it is too deep for us.
      if (!parsed && error instanceof RangeError) throw refused()
      throw error
    }
  }
}
