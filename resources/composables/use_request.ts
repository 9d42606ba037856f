import { askForFreshProof } from './use_fresh_proof.js'
import type { Sentence } from '../props/shared.js'

/** What an endpoint answered when it did not do what was asked. */
export class RequestRefused extends Error {
  constructor(
    readonly status: number,
    readonly body: { message?: Sentence; errors?: Record<string, string>; reference?: string } & Record<string, unknown>
  ) {
    super(`Request refused with ${status}`)
  }
}

export const xsrfToken = () => {
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='))
  return found ? decodeURIComponent(found.slice('XSRF-TOKEN='.length)) : ''
}

/**
 * JSON to and from our own server, beside Inertia visits: for acts that keep the page.
 * An act that asks for a fresh proof goes out again when the proof was given.
 * Throws RequestRefused for an answer outside 2xx and TypeError without a connection.
 */
export const requestJson = async <T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  body?: unknown,
  signal?: AbortSignal
): Promise<T> => {
  const response = await fetch(path, {
    method,
    headers: {
      Accept: 'application/json',
      'X-Requested-With': 'XMLHttpRequest',
      'X-XSRF-TOKEN': xsrfToken(),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  const text = await response.text()
  const json = text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {}
  if (response.status === 403 && (await askForFreshProof(json))) return requestJson<T>(method, path, body, signal)
  if (!response.ok) throw new RequestRefused(response.status, json)
  return json as T
}
