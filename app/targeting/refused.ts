import type { HttpContext } from '@adonisjs/core/http'

/** Not theirs, not there, or no longer as they saw it. */
const STATUS: Readonly<Record<string, number>> = { missing: 404, not_permitted: 403, not_held: 403, held_by_other: 403 }

/** The answer to one act that was refused, as a sentence. */
export const refused = (response: HttpContext['response'], key: string) =>
  response
    .status(STATUS[key] ?? 409)
    .json({ message: { key: key === 'missing' ? 'common.refused_404' : `triage.refused_${key}`, params: {} } })
