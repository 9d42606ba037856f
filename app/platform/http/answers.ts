import { Bouncer, errors } from '@adonisjs/bouncer'
import type { HttpContext } from '@adonisjs/core/http'
import { Exception } from '@adonisjs/core/exceptions'
import type { Infer, SchemaTypes } from '@vinejs/vine/types'
import type { VineValidator } from '@vinejs/vine'
import type { Sentence } from '../../../resources/props/shared.js'
import { sentence, type Failure } from './failure.js'

/** Validated input of the request; what is wrong is said in the reader's language, in the words of `texts`. */
export const readInput = <S extends SchemaTypes>(
  ctx: HttpContext,
  validator: VineValidator<S, Record<string, unknown> | undefined>,
  texts: string
): Promise<Infer<S>> =>
  ctx.request.validateUsing(validator, {
    meta: undefined,
    messagesProvider: ctx.i18n.createMessagesProvider(texts),
  })

export const notFound = () => new Exception('Not found', { status: 404, code: 'E_ROW_NOT_FOUND' })

/** Found, or the page that says it is not here. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw notFound()
  return value
}

export const bouncerOf = (ctx: HttpContext) =>
  new Bouncer(() => ctx.officer).setContainerResolver(ctx.containerResolver)

/** Back where the form stands, with a word on what was done. */
export function answerDone(ctx: HttpContext, path: string, done: Sentence) {
  ctx.session.flash('flash', { kind: 'done', sentence: done })
  return ctx.response.redirect().status(303).toPath(path)
}

/** Pages return to their form with sentences a field; `fetch` and other programs get a status of their own. */
export function answerFailure(ctx: HttpContext, failure: Failure) {
  if (failure.kind === 'not_found') throw notFound()
  if (failure.kind === 'conflict') return refuse(ctx, 409, failure.sentence, 'edition')
  if (failure.kind === 'forbidden') return refuse(ctx, 403, failure.sentence, 'permission')
  const texts = Object.fromEntries(
    Object.entries(failure.fields).map(([field, said]) => [field, ctx.i18n.t(said.key, said.params)])
  )
  if (!wantsPage(ctx)) return ctx.response.status(422).json({ errors: texts })
  return back(ctx, texts)
}

/** What a policy refused, with the sentence it gave; every other error goes on. */
export function answerRefusal(ctx: HttpContext, error: unknown) {
  if (!(error instanceof errors.E_AUTHORIZATION_FAILURE) || !error.response.message) throw error
  return refuse(ctx, 403, sentence(error.response.message), 'permission')
}

function refuse(ctx: HttpContext, status: number, said: Sentence, field: string) {
  if (!wantsPage(ctx)) return ctx.response.status(status).json({ message: said })
  ctx.session.flash('flash', { kind: 'refused', sentence: said })
  return back(ctx, { [field]: ctx.i18n.t(said.key, said.params) })
}

function back(ctx: HttpContext, texts: Readonly<Record<string, string>>) {
  ctx.session.flash('inputErrorsBag', Object.fromEntries(Object.entries(texts).map(([field, text]) => [field, [text]])))
  return ctx.response.redirect().status(303).back()
}

const wantsPage = ({ request }: HttpContext) =>
  request.header('x-inertia') !== undefined || request.accepts(['html', 'json']) === 'html'
