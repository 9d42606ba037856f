import type { OperatorDefinition } from '../operator.js'

/** Prefix of a code; of a list of prefixes any is enough. */
export const startsWith: OperatorDefinition = {
  code: 'starts_with',
  kinds: ['text', 'code', 'list'],
  takes: ['text', 'list'],
  holds: (actual, wanted) => {
    if (typeof actual !== 'string') return false
    const prefixes = typeof wanted === 'string' ? [wanted] : Array.isArray(wanted) ? (wanted as readonly string[]) : []
    return prefixes.some((prefix) => prefix !== '' && actual.toUpperCase().startsWith(prefix.trim().toUpperCase()))
  },
}
