import type { Instant } from '#core/kernel/instant'
import { toInstant } from '#core/kernel/local_time'
import { containerCheckDigit, imoCheckDigit } from '#core/reference/check_digits'
import { EVENT_KINDS, type EventField, type EventKind, type EventProblem, type EventTold } from './cargo_event.js'

export const EVENT_FIELDS = [
  'kind',
  'at',
  'reference',
  'bill',
  'container',
  'voyage',
  'imo',
  'port',
  'site',
  'note',
  'replaces',
] as const satisfies readonly EventField[]

const LONGEST: Readonly<Record<EventField, number>> = {
  kind: 20,
  at: 40,
  reference: 100,
  bill: 70,
  container: 20,
  voyage: 35,
  imo: 20,
  port: 5,
  site: 40,
  note: 500,
  replaces: 100,
}

const ISO = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?$/

/** An event from the fields of a row or an object; times carry an offset or are local to `zone`. */
export function readEvent(
  told: Readonly<Record<string, unknown>>,
  zone: string
): { event: EventTold; problems: EventProblem[] } {
  const problems: EventProblem[] = []
  const note = (field: EventField, problem: EventProblem['problem']) => void problems.push({ field, problem })
  const text = (field: EventField): string | null => {
    const value = told[field]
    if (value === undefined || value === null || value === '') return null
    if (typeof value !== 'string') return (note(field, 'not_understood'), null)
    // Postgres takes no NUL, and no terminal means one.
    if (value.includes('\0')) return (note(field, 'not_understood'), null)
    if (value.length > LONGEST[field]) return (note(field, 'too_long'), null)
    return value.trim() || null
  }
  const kind = text('kind')?.toLowerCase() ?? null
  if (kind === null && problems.length === 0) note('kind', 'missing')
  else if (kind !== null && !(EVENT_KINDS as readonly string[]).includes(kind)) note('kind', 'not_understood')
  const at = text('at')
  const instant = at === null ? null : instantOf(at, zone)
  if (at !== null && instant === null) note('at', 'not_understood')
  const imo = text('imo')
  const port = text('port')?.toUpperCase() ?? null
  if (port !== null && !/^[A-Z]{2}[A-Z2-9]{3}$/.test(port)) note('port', 'not_understood')
  const container = text('container')
  if (container !== null && containerCheckDigit(container).expected === null && !/[A-Z0-9]{4}/i.test(container))
    note('container', 'not_understood')
  return {
    problems,
    event: {
      kind: kind as EventKind,
      at: instant,
      reference: text('reference'),
      bill: text('bill'),
      container,
      voyage: text('voyage'),
      imo: imo === null ? null : imoCheckDigit(imo).normalised,
      port,
      site: text('site'),
      note: text('note'),
      replaces: text('replaces'),
    },
  }
}

function instantOf(value: string, zone: string): Instant | null {
  if (!ISO.test(value)) return null
  try {
    const instant = toInstant(value.replace(' ', 'T'), zone)
    return Number.isFinite(instant) && instant > 0 ? instant : null
  } catch {
    return null
  }
}
