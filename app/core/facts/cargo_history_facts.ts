import type { Consignment } from '../cargo/consignment.js'
import { DAY, HOUR, type Instant } from '../kernel/instant.js'
import { normaliseName } from '../matching/normalise_name.js'
import { normaliseNumber } from '../matching/normalise_number.js'
import { partyOf } from '../matching/history_keys.js'
import type { Fact, FactKey } from './catalogue.js'
import { known, missing, type Facts } from './fact.js'
import type { ContainerSighting, HistoryOfConsignment } from './history.js'
import { TWELVE_MONTHS, historyWindowStart, windowStart } from './window.js'

type CargoHistoryKey = Extract<
  FactKey,
  `history.container.${string}` | `history.document.${string}` | `history.lane.${string}`
>

/** A box cannot be at two ports so soon; further apart it says nothing. */
const FAR_APART_HOURS = 720
/** Bills of one journey are filed within so many days. */
const SWITCHED_WITHIN = 45 * DAY
const SPLIT_WITHIN = 10 * DAY

interface Own {
  readonly consignment: Consignment
  readonly nature: string | null
  readonly filedAt: Instant
  readonly arrival: Instant | null
}

/** Containers, document numbers and the lane as the administration saw them before. */
export const cargoHistoryFacts = (history: HistoryOfConsignment, own: Own): Facts<CargoHistoryKey> => {
  const { coversFrom, lane } = history
  const covers = (window: number) => coversFrom !== null && coversFrom <= windowStart(own.filedAt, window)
  const ofLane = <T>(read: (lane: NonNullable<HistoryOfConsignment['lane']>) => T): Fact<T> =>
    lane === null
      ? missing('not_filed')
      : coversFrom !== null && coversFrom <= historyWindowStart(own.filedAt)
        ? known(read(lane), [])
        : missing('history_not_covered')
  return {
    ...containerFacts(history, own, covers),
    ...documentFacts(history, own, covers),
    'history.lane.count': ofLane(({ count }) => count),
    'history.lane.unseen': ofLane(({ bySender, unseenChapters }) => [
      ...(bySender === 0 ? ['sender'] : []),
      ...unseenChapters.map((chapter) => `HS ${chapter}`),
    ]),
  }
}

const containerFacts = (
  { sightings }: HistoryOfConsignment,
  own: Own,
  covers: (window: number) => boolean
): Facts<Extract<FactKey, `history.container.${string}`>> => {
  const { consignment, filedAt, arrival } = own
  const has = consignment.equipment.some(({ kind }) => kind === 'container')
  const read = <T>(value: () => T, window: number): Fact<T> =>
    !has
      ? missing(consignment.containerised === false ? 'not_applicable' : 'not_filed')
      : covers(window)
        ? known(value(), [])
        : missing('history_not_covered')
  const others = sightings.filter(({ open, sameCall }) => open && !sameCall)
  const last = others.reduce<ContainerSighting | null>(
    (latest, each) => (latest === null || each.registeredAt > latest.registeredAt ? each : latest),
    null
  )
  const ofLast = <T>(value: (last: ContainerSighting) => T | null): Fact<T> => {
    const seen = last && value(last)
    const fact = read(() => seen, TWELVE_MONTHS)
    if (!fact.known) return fact
    return seen === null ? missing('not_applicable') : known(seen, [])
  }
  const consignee = nameOf(consignment, 'consignee')
  return {
    'history.container.lastSeenDays': ofLast(({ registeredAt }) => Math.floor((filedAt - registeredAt) / DAY)),
    'history.container.lastSeenPlace': ofLast(({ port }) => port),
    'history.container.consignees': read(
      () =>
        new Set(
          sightings
            .flatMap((each) => (each.open ? [comparedName(each.consignee)] : []))
            .filter((name) => name !== '' && name !== consignee)
        ).size,
      TWELVE_MONTHS
    ),
    'history.container.elsewhereHours':
      has && arrival === null
        ? missing('arrival_unknown')
        : read(() => hoursElsewhere(others, own, arrival!), FAR_APART_HOURS * HOUR),
    'history.container.switchedBills': read(() => switchedBills(sightings, consignment, filedAt), SWITCHED_WITHIN),
  }
}

/** Between this arrival and the nearest of the same container by another call: at another port, or both times to stay here. */
const hoursElsewhere = (others: readonly ContainerSighting[], own: Own, arrival: Instant): number => {
  const port = own.consignment.places.discharge?.code ?? null
  const apart = others.flatMap((each) =>
    each.arrival !== null &&
    ((each.port !== null && port !== null && each.port !== port) ||
      (each.nature === 'import' && own.nature === 'import'))
      ? [Math.abs(arrival - each.arrival) / HOUR]
      : []
  )
  return Math.min(FAR_APART_HOURS, ...apart)
}

/** Earlier bills for the same box, in transit or withdrawn, between other parties. */
const switchedBills = (
  sightings: readonly ContainerSighting[],
  own: Consignment,
  filedAt: Instant
): readonly string[] => {
  const [consignor, consignee] = [nameOf(own, 'consignor'), nameOf(own, 'consignee')]
  const reference = normaliseNumber(own.reference ?? '')
  const switched = sightings.filter(
    (each) =>
      filedAt - each.registeredAt <= SWITCHED_WITHIN &&
      (!each.open || each.nature === 'transit' || each.nature === 'transhipment') &&
      each.reference !== null &&
      normaliseNumber(each.reference) !== reference &&
      (differ(comparedName(each.consignor), consignor) || differ(comparedName(each.consignee), consignee))
  )
  return [...new Set(switched.map((each) => each.reference!))]
}

const documentFacts = (
  { documents }: HistoryOfConsignment,
  { consignment, filedAt }: Own,
  covers: (window: number) => boolean
): Facts<Extract<FactKey, `history.document.${string}`>> => {
  const read = (value: (of: NonNullable<HistoryOfConsignment['documents']>) => number, window: number): Fact<number> =>
    documents === null
      ? missing('not_filed')
      : covers(window)
        ? known(value(documents), [])
        : missing('history_not_covered')
  const [consignor, consignee] = [nameOf(consignment, 'consignor'), nameOf(consignment, 'consignee')]
  return {
    // Parts of one consignment name the same parties; the same number twice between others is another matter.
    'history.document.duplicates': read(
      (all) =>
        all.filter(
          (each) =>
            each.sameSender &&
            (differ(comparedName(each.consignor), consignor) || differ(comparedName(each.consignee), consignee))
        ).length,
      TWELVE_MONTHS
    ),
    'history.document.parts': read(
      (all) =>
        all.filter(
          (each) =>
            !each.sameCall &&
            filedAt - each.registeredAt <= SPLIT_WITHIN &&
            !differ(comparedName(each.consignee), consignee)
        ).length,
      SPLIT_WITHIN
    ),
  }
}

const comparedName = (name: string | null): string => (name === null ? '' : normaliseName(name))
const nameOf = ({ parties }: Consignment, role: 'consignor' | 'consignee') =>
  comparedName(partyOf(parties, role)?.name ?? null)
/** A name that was not filed differs from none. */
const differ = (one: string, other: string): boolean => one !== '' && other !== '' && one !== other
