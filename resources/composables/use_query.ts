import { router } from '@inertiajs/vue3'

type Value = string | number | null | undefined

/** Every state that someone may want to send to a colleague is in the address; empty values leave it. */
export const addressWith = (path: string, query: Record<string, Value>) => {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value))
  const text = search.toString()
  return text ? `${path}?${text}` : path
}

/** Visits the same page with another query, keeping what the reader has open. */
export const visitWith = (path: string, query: Record<string, Value>, only?: string[]) =>
  router.visit(addressWith(path, query), { preserveState: true, preserveScroll: true, ...(only ? { only } : {}) })
