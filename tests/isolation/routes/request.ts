import type { RouteEntry } from '#tests/support/inventory'
import type { Visitor, Answer } from '#tests/support/visitor'
import type { Recipe } from './recipes.js'

/** A request made of a recipe: where it goes and what it carries. */
export interface Attempt {
  path: string
  body: unknown
}

export const pathOf = (pattern: string, code: string, params: Readonly<Record<string, string>>, query = ''): string =>
  pattern
    .replace(/:(\w+)/g, (_, name: string) => (name === 'code' ? code : (params[name] ?? `missing-${name}`)))
    .replace('*', 'nothing/here') + query

const bytes = new TextEncoder().encode("UNB+UNOC:3+X+Y+261121:0800+78'\nUNZ+0+78'\n")

/** Sends it as this visitor would; a stream is closed as soon as its head has arrived. */
export async function send(
  visitor: Visitor,
  { method }: RouteEntry,
  recipe: Recipe,
  { path, body }: Attempt,
  headers: Record<string, string> = {}
): Promise<Answer> {
  if (recipe.send === 'page')
    return visitor.send(method, path, {
      headers: { 'x-inertia': 'true', 'x-inertia-version': '1', 'x-requested-with': 'XMLHttpRequest', ...headers },
    })
  if (recipe.send === 'stream') return head(visitor, path, headers)
  const token = visitor.cookies.get('XSRF-TOKEN')
  const signed = {
    accept: 'application/json',
    ...(token ? { 'x-xsrf-token': decodeURIComponent(token) } : {}),
    ...headers,
  }
  if (recipe.send === 'upload') {
    const form = new FormData()
    const file = body instanceof Uint8Array ? new Uint8Array(body) : typeof body === 'string' ? body : bytes
    form.set('file', new Blob([file]), 'attack.edi')
    return visitor.send(method, path, { body: form, headers: signed })
  }
  if (recipe.send === 'bytes')
    return visitor.send(method, path, { body: bytes, headers: { ...signed, 'content-type': 'application/edifact' } })
  if (method === 'GET') return visitor.send(method, path, { headers: signed })
  return visitor.send(method, path, {
    body: JSON.stringify(body ?? {}),
    headers: { ...signed, 'content-type': 'application/json' },
  })
}

async function head(visitor: Visitor, path: string, headers: Record<string, string>): Promise<Answer> {
  const abort = new AbortController()
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(`${visitor.base}${path}`, {
    redirect: 'manual',
    signal: abort.signal,
    headers: { cookie, ...headers },
  })
  const answer = {
    status: response.status,
    headers: response.headers,
    text: '',
    bytes: Buffer.alloc(0),
    json: null,
    location: response.headers.get('location'),
  }
  abort.abort()
  return answer
}
