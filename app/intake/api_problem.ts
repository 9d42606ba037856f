import type { HttpContext } from '@adonisjs/core/http'

/** What machines are told when something is refused (RFC 9457). */
const TITLES = {
  token_missing: [401, 'A token is needed: Authorization: Bearer lf_api_…'],
  token_refused: [401, 'The token is not known here, has expired or was revoked.'],
  scope_missing: [403, 'The token does not allow this.'],
  form_refused: [415, 'Send the message itself as the body, not a form.'],
  too_large: [413, 'The message is larger than 200 MB.'],
  empty: [422, 'The message is empty.'],
  json_refused: [415, 'Send application/json: one event, or {"events": […]}.'],
  not_json: [400, 'The body is no JSON.'],
  too_many_events: [413, 'Send at most 500 events and 1 MB in one request.'],
  idempotency_conflict: [409, 'This Idempotency-Key came before with another message.'],
  too_many: [429, 'Too many requests. Try again after the seconds in Retry-After.'],
  not_found: [404, 'There is no such message.'],
  no_instruction: [404, 'This system was told of no such instruction.'],
  answer_refused: [
    422,
    'Send application/json: {"outcome":"acknowledged"}, or {"outcome":"refused","reason":"…"} with 1 to 300 characters.',
  ],
  answered_otherwise: [409, 'This system has given another answer before.'],
} as const satisfies Readonly<Record<string, readonly [number, string]>>

export type ApiProblem = keyof typeof TITLES

export function answerProblem({ response, request }: HttpContext, problem: ApiProblem) {
  const [status, title] = TITLES[problem]
  response.status(status).header('content-type', 'application/problem+json')
  return response.send(
    JSON.stringify({ type: `about:blank#${problem}`, status, code: problem, title, instance: request.id() ?? null })
  )
}
