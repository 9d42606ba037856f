import { MODES } from '../cargo/codes.js'
import { HOUR, type Instant } from '../kernel/instant.js'
import type { Fact, FactKey } from './catalogue.js'
import { known, missing, type Facts } from './fact.js'

/** The call the consignment arrives by; its source is a message, the conveyance page or a file of calls. */
export interface CallOfConsignment {
  readonly mode: string | null
  readonly means: string | null
  readonly imo: string | null
  readonly voyage: string | null
  readonly arrival: Instant | null
  /** Actual departure from the last place abroad. */
  readonly leftPrevious?: Instant | null
}

/** Until when cargo of this mode has to be filed: hours before arrival, or after departure from the last place abroad. */
export interface FilingDue {
  readonly from: 'before_arrival' | 'after_departure'
  readonly hours: number
}

type ConveyanceKey = Exclude<
  Extract<FactKey, `conveyance.${string}` | 'filing.at' | `filing.${string}Hours`>,
  `filing.${string}ChangeHours`
>

export const conveyanceFacts = (
  call: CallOfConsignment | null,
  filedAt: Instant,
  due: FilingDue
): Facts<ConveyanceKey> => {
  const read = <T>(value: T | null | undefined): Fact<T> =>
    call === null ? missing('arrival_unknown') : value == null ? missing('not_filed') : known(value, [])
  // The mode, and so the rule, is the call's.
  const hours = (from: FilingDue['from']): Fact<number> =>
    call === null ? missing('arrival_unknown') : due.from === from ? known(due.hours, []) : missing('not_applicable')
  const arrival = call?.arrival ?? null
  const left = call?.leftPrevious ?? null
  return {
    'conveyance.mode': read(MODES.find((mode) => mode === call?.mode)),
    'conveyance.means': read(call?.means),
    'conveyance.imo': read(call?.imo),
    'conveyance.voyage': read(call?.voyage),
    'conveyance.arrival': arrival === null ? missing('arrival_unknown') : known(arrival, []),
    'filing.at': known(filedAt, []),
    'filing.leadHours': arrival === null ? missing('arrival_unknown') : known((arrival - filedAt) / HOUR, []),
    'filing.deadlineHours': hours('before_arrival'),
    'filing.sinceDepartureHours': left === null ? missing('departure_unknown') : known((filedAt - left) / HOUR, []),
    'filing.graceHours': hours('after_departure'),
  }
}
