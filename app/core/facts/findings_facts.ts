import type { Consignment } from '../cargo/consignment.js'
import type { Instant } from '../kernel/instant.js'
import { historyKeys } from '../matching/history_keys.js'
import type { Fact, FactKey } from './catalogue.js'
import { known, missing, type Facts } from './fact.js'
import type { FindingsBefore, HistoryOfConsignment } from './history.js'
import { historyWindowStart } from './window.js'

type FindingsKey = Extract<FactKey, `findings.${string}`>

/** What was found is known at once; that nothing was found is known when the history covers two years. */
export const findingsFacts = (
  { findings, coversFrom }: HistoryOfConsignment,
  consignment: Consignment,
  filedAt: Instant
): Facts<FindingsKey> => {
  const covered = coversFrom !== null && coversFrom <= historyWindowStart(filedAt)
  const { consignee, consignor } = historyKeys(consignment)
  const boxes = consignment.equipment.some(({ kind }) => kind === 'container')
  const read = (there: boolean, value: (found: FindingsBefore) => number): Fact<number> => {
    if (!there) return missing('not_filed')
    const found = findings === null ? 0 : value(findings)
    return found > 0 || covered ? known(found, []) : missing('history_not_covered')
  }
  return {
    'findings.consignee.resultant': read(consignee !== null, (found) => found.consignee),
    'findings.consignee.clean': read(consignee !== null, (found) => found.consigneeClean),
    'findings.consignor.resultant': read(consignor !== null, (found) => found.consignor),
    'findings.consignor.counterfeits': read(consignor !== null, (found) => found.consignorCounterfeits),
    'findings.container.resultant':
      !boxes && consignment.containerised === false
        ? missing('not_applicable')
        : read(boxes, (found) => found.container),
    'findings.neighbours': read(consignee !== null || consignor !== null, (found) => found.oneHop),
    'findings.withdrawn': read(consignee !== null && consignor !== null, (found) => found.withdrawn),
  }
}
