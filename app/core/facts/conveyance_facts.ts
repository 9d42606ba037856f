import { HOUR, type Instant } from '../kernel/instant.js'
import type { Fact, FactKey } from './catalogue.js'
import { known, missing, type Facts } from './fact.js'

/** The call the consignment arrives by; its source is a message, the conveyance page or a file of calls. */
export interface CallOfConsignment {
  readonly means: string | null
  readonly imo: string | null
  readonly voyage: string | null
  readonly arrival: Instant | null
}

type ConveyanceKey = Extract<FactKey, `conveyance.${string}` | 'filing.leadHours' | 'filing.deadlineHours'>

export const conveyanceFacts = (
  call: CallOfConsignment | null,
  filedAt: Instant,
  deadlineHours: number | null
): Facts<ConveyanceKey> => {
  const read = <T>(value: T | null | undefined): Fact<T> =>
    call === null ? missing('arrival_unknown') : value == null ? missing('not_filed') : known(value, [])
  const arrival = call?.arrival ?? null
  return {
    'conveyance.means': read(call?.means),
    'conveyance.imo': read(call?.imo),
    'conveyance.voyage': read(call?.voyage),
    'conveyance.arrival': arrival === null ? missing('arrival_unknown') : known(arrival, []),
    'filing.leadHours': arrival === null ? missing('arrival_unknown') : known((arrival - filedAt) / HOUR, []),
    // The mode, and so the rule, is the call's.
    'filing.deadlineHours':
      call === null
        ? missing('arrival_unknown')
        : deadlineHours === null
          ? missing('not_applicable')
          : known(deadlineHours, []),
  }
}
