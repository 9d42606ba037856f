import type { HttpContext } from '@adonisjs/core/http'
import type { SchemaTypes } from '@vinejs/vine/types'
import type { VineValidator } from '@vinejs/vine'
import { readInput } from '#platform/http/answers'

export { answerDone, answerFailure, answerRefusal, bouncerOf, found } from '#platform/http/answers'

/** Validated input of an authoring screen. */
export const read = <S extends SchemaTypes>(
  ctx: HttpContext,
  validator: VineValidator<S, Record<string, unknown> | undefined>
) => readInput(ctx, validator, 'authoring')
