import { DAY, type Instant } from '../kernel/instant.js'
import type { FactSnapshot } from './catalogue.js'
import { known, missing, type Facts } from './fact.js'
import { historyWindowStart } from './window.js'

/**
 * What the administration saw of these parties before this consignment, within
 * `historyWindowStart(filedAt)`…`filedAt`, this consignment excluded. Parties are told by `partyKey`.
 */
export interface HistoryOfConsignment {
  /** Earliest instant from which the administration's history is complete; `null` when it says nothing. */
  readonly coversFrom: Instant | null
  /** `null` when the consignment has no such party to look for. */
  readonly consignee: { readonly count: number; readonly consignors: number; readonly lastSeen: Instant | null } | null
  readonly consignor: { readonly count: number; readonly consignees: number } | null
  readonly pair: { readonly count: number } | null
}

type HistoryKey = Extract<keyof FactSnapshot, `history.${string}`>

/** Unknown until the history covers the whole window; a party that was not named cannot be counted. */
export const historyFacts = (history: HistoryOfConsignment, filedAt: Instant): Facts<HistoryKey> => {
  const covered = history.coversFrom !== null && history.coversFrom <= historyWindowStart(filedAt)
  const count = <P>(party: P | null, read: (party: P) => number) =>
    party === null ? missing('not_filed') : covered ? known(read(party), []) : missing('history_not_covered')
  const lastSeen = history.consignee?.lastSeen ?? null
  return {
    'history.consignee.count': count(history.consignee, (party) => party.count),
    'history.consignor.count': count(history.consignor, (party) => party.count),
    'history.pair.count': count(history.pair, (pair) => pair.count),
    'history.consignee.consignors': count(history.consignee, (party) => party.consignors),
    'history.consignor.consignees': count(history.consignor, (party) => party.consignees),
    'history.consignee.lastSeenDays':
      covered && history.consignee !== null && lastSeen === null
        ? missing('not_applicable')
        : count(history.consignee, () => Math.floor((filedAt - (lastSeen ?? filedAt)) / DAY)),
  }
}
