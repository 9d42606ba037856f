import { DAY, type Instant } from '../kernel/instant.js'
import { partyOfIdentity } from '../matching/identity_key.js'
import { spellingVariants } from '../matching/spelling_variants.js'
import type { Fact, FactKey } from './catalogue.js'
import { known, missing, type Facts } from './fact.js'
import type { HistoryOfConsignment, PartyCounts, SharedKey } from './history.js'
import { NINETY_DAYS, THIRTY_DAYS, TWELVE_MONTHS, historyWindowStart, windowStart } from './window.js'

type PartyHistoryKey = Exclude<
  Extract<
    FactKey,
    | `history.consignee.${string}`
    | `history.consignor.${string}`
    | `history.pair.count${string}`
    | 'history.pair.lastSeenDays'
    | `history.contact.${string}`
    | `history.address.${string}`
  >,
  `history.consignee.values${string}`
>

interface Own {
  readonly filedAt: Instant
  /** HS chapters of this consignment. */
  readonly chapters: readonly string[]
  readonly consigneeKey: string | null
}

/** Unknown until the history covers the whole window; a party that was not named cannot be counted. */
export const partyHistoryFacts = (history: HistoryOfConsignment, own: Own): Facts<PartyHistoryKey> => {
  const { filedAt } = own
  const { consignee, consignor, pair, coversFrom } = history
  const covers = (window: number) => coversFrom !== null && coversFrom <= windowStart(filedAt, window)
  const all = coversFrom !== null && coversFrom <= historyWindowStart(filedAt)
  const read = <P, T>(party: P | null, value: (party: P) => T, covered: boolean): Fact<T> =>
    party === null ? missing('not_filed') : covered ? known(value(party), []) : missing('history_not_covered')
  const days = (party: PartyCounts | null, at: (party: PartyCounts) => Instant | null): Fact<number> =>
    all && party !== null && at(party) === null
      ? missing('not_applicable')
      : read(party, (each) => Math.floor((filedAt - (at(each) ?? filedAt)) / DAY), all)
  const shared = (kind: SharedKey['kind'], value: (key: SharedKey) => number, window: number): Fact<number> => {
    const keys = history.shared.filter((each) => each.kind === kind)
    // A document without a telephone or an address has nothing to share.
    if (keys.length === 0) return missing(consignee === null ? 'not_filed' : 'not_carried')
    return read(keys, (each) => 1 + Math.max(...each.map(value)), covers(window))
  }
  const chapters = read(consignee, (party) => party.chapters, all)
  return {
    'history.consignee.count': read(consignee, (party) => party.count, all),
    'history.consignee.count12Months': read(consignee, (party) => party.count12Months, covers(TWELVE_MONTHS)),
    'history.consignee.count90Days': read(consignee, (party) => party.count90Days, covers(NINETY_DAYS)),
    'history.consignee.count30Days': read(consignee, (party) => party.count30Days, covers(THIRTY_DAYS)),
    'history.consignee.consignors': read(consignee, (party) => party.consignors, all),
    'history.consignee.firstSeenDays': days(consignee, (party) => party.firstSeen),
    'history.consignee.lastSeenDays': days(consignee, (party) => party.lastSeen),
    'history.consignee.chapters': chapters,
    'history.consignee.newChapters': chapters.known
      ? own.chapters.length === 0
        ? missing('not_carried')
        : known(
            own.chapters.filter((chapter) => !chapters.value.includes(chapter)),
            []
          )
      : chapters,
    ...spike(consignee, covers(13 * THIRTY_DAYS), read),
    'history.consignee.spellings': spellings(history, own, covers(NINETY_DAYS)),
    'history.consignor.count': read(consignor, (party) => party.count, all),
    'history.consignor.count12Months': read(consignor, (party) => party.count12Months, covers(TWELVE_MONTHS)),
    'history.consignor.count90Days': read(consignor, (party) => party.count90Days, covers(NINETY_DAYS)),
    'history.consignor.count30Days': read(consignor, (party) => party.count30Days, covers(THIRTY_DAYS)),
    'history.consignor.consignees': read(consignor, (party) => party.consignees, all),
    'history.consignor.firstSeenDays': days(consignor, (party) => party.firstSeen),
    'history.consignor.lastSeenDays': days(consignor, (party) => party.lastSeen),
    'history.pair.count': read(pair, (each) => each.count, all),
    'history.pair.count12Months': read(pair, (each) => each.count12Months, covers(TWELVE_MONTHS)),
    'history.pair.count90Days': read(pair, (each) => each.count90Days, covers(NINETY_DAYS)),
    'history.pair.count30Days': read(pair, (each) => each.count30Days, covers(THIRTY_DAYS)),
    'history.pair.lastSeenDays': days(pair, (each) => each.lastSeen),
    'history.contact.consignees': shared('contact', (key) => key.others12Months, TWELVE_MONTHS),
    'history.contact.consignees30Days': shared('contact', (key) => key.others30Days, THIRTY_DAYS),
    'history.address.consignees': shared('address', (key) => key.others12Months, TWELVE_MONTHS),
  }
}

/** Mean and standard deviation of the twelve months before the latest one. */
const spike = (
  consignee: HistoryOfConsignment['consignee'],
  covered: boolean,
  read: <T>(
    party: HistoryOfConsignment['consignee'],
    value: (party: NonNullable<HistoryOfConsignment['consignee']>) => T,
    covered: boolean
  ) => Fact<T>
): Facts<'history.consignee.monthlyMean' | 'history.consignee.monthlyDeviation'> => {
  const mean = ([, ...before]: readonly number[]) => sum(before) / before.length
  return {
    'history.consignee.monthlyMean': read(consignee, ({ months }) => mean(months), covered),
    'history.consignee.monthlyDeviation': read(
      consignee,
      ({ months }) => {
        const [, ...before] = months
        return Math.sqrt(sum(before.map((each) => (each - mean(months)) ** 2)) / before.length)
      },
      covered
    ),
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Names of 90 days, this one included: all under its identifier, or the ones alike at its address. */
const spellings = (history: HistoryOfConsignment, own: Own, covered: boolean): Fact<number> => {
  if (own.consigneeKey === null) return missing('not_filed')
  const named = (kind: SharedKey['kind']) => history.shared.filter((each) => each.kind === kind)
  const [identifier] = named('spelling')
  if (!identifier && (named('address').length === 0 || !own.consigneeKey.startsWith('name:')))
    return missing('not_carried')
  if (!covered) return missing('history_not_covered')
  if (identifier) return known(1 + identifier.recent.length, [])
  const others = named('address').flatMap(({ recent }) => recent.filter((each) => each.startsWith('name:')))
  const names = new Set(others.map(partyOfIdentity))
  return known(1 + spellingVariants(partyOfIdentity(own.consigneeKey), [...names]).length, [])
}
