import type { HttpContext } from '@adonisjs/core/http'
import type { SchemaTypes } from '@vinejs/vine/types'
import type { VineValidator } from '@vinejs/vine'
import { readInput } from '#platform/http/answers'

/** Validated input of a screen of this room. */
export const read = <S extends SchemaTypes>(
  ctx: HttpContext,
  validator: VineValidator<S, Record<string, unknown> | undefined>
) => readInput(ctx, validator, 'administration')

export const pathTo = ({ administration }: HttpContext, path: string) =>
  `/a/${administration!.code}/administration/${path}`
