import { DAY, type Instant } from '#core/kernel/instant'
import { voyageKey, voyageKeys } from './call_key.js'

export interface CandidateCall {
  id: string
  means: string | null
  imo: string | null
  voyage: string | null
  /** Actual or estimated arrival, else the departure of one that only takes cargo, else when the call was first told of. */
  around: Instant
}

export interface WantedCall {
  imo: string | null
  voyage: string | null
  /** The arrival the message names, else the moment of filing. */
  around: Instant
  /** `named`: an arrival was named; `filing`: only the filing is known, which comes long before or a while after. */
  precision: 'named' | 'filing'
}

/** How far an arrival may lie from what a message says, before and after, in milliseconds. */
const WINDOWS = {
  named: { before: 20 * DAY, after: 20 * DAY },
  filing: { before: 45 * DAY, after: 90 * DAY },
} as const

/**
 * The call meant, or `null` when none fits or when several different ships do: a wrong ship would
 * be worse than "arrival unknown". Voyage numbers return every year, so time decides.
 */
export const chooseCall = (candidates: readonly CandidateCall[], wanted: WantedCall): CandidateCall | null => {
  const window = WINDOWS[wanted.precision]
  const fitting = candidates
    .filter((call) => agree(call.imo, wanted.imo) && sameVoyage(call, wanted))
    .filter((call) => call.around >= wanted.around - window.before && call.around <= wanted.around + window.after)
    .sort((a, b) => distance(a, wanted) - distance(b, wanted) || (a.id < b.id ? -1 : 1))
  const ships = new Set(fitting.flatMap((call) => (call.imo ? [call.imo] : [])))
  return ships.size > 1 ? null : (fitting[0] ?? null)
}

const agree = (one: string | null, other: string | null) => !one || !other || one === other
const sameVoyage = (call: CandidateCall, wanted: WantedCall) => {
  const [known, asked] = [voyageKeys(call), voyageKey(wanted.voyage)]
  return known.length === 0 || asked === '' || known.includes(asked)
}
const distance = (call: CandidateCall, wanted: WantedCall) => Math.abs(call.around - wanted.around)
