import type { Instant } from '#core/kernel/instant'

/** What happens to cargo, and what happens to the call that brings it. */
export const CARGO_EVENTS = ['discharge', 'gate_out', 'release'] as const
const CALL_EVENTS = ['eta_change', 'arrival', 'departure'] as const
export type CargoEventKind = (typeof CARGO_EVENTS)[number]
export const EVENT_KINDS = [...CALL_EVENTS, ...CARGO_EVENTS] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export const isCargoEvent = (kind: EventKind): kind is CargoEventKind =>
  (CARGO_EVENTS as readonly string[]).includes(kind)

/** An event as a terminal, a carrier or a customs system tells it, in their words for the cargo. */
export interface EventTold {
  kind: EventKind
  /** `null` only with `replaces`: it did not happen. */
  at: Instant | null
  /** What the reporter calls it; the same once more is known already. */
  reference: string | null
  bill: string | null
  container: string | null
  voyage: string | null
  imo: string | null
  port: string | null
  /** Code of the site where it happened. */
  site: string | null
  note: string | null
  /** Reference of the event that this one corrects. */
  replaces: string | null
}

export type EventField = keyof EventTold

/** What is wrong with one, and where. */
export interface EventProblem {
  field: EventField
  problem:
    | 'missing'
    | 'not_understood'
    | 'too_long'
    | 'unknown'
    | 'ambiguous'
    | 'in_future'
    | 'reference_reused'
    | 'replaced_already'
    | 'not_allowed'
}

/** Who tells: keys of one reporter never meet those of another. */
export interface EventReporter {
  source: 'page' | 'api' | 'file' | 'message'
  /** `token:<id>`, `sender:<id>`, `file` or `officer:<id>`. */
  name: string
  officerId: string | null
  mayRelease: boolean
}
