import type { HistoryOfConsignment, PartyCounts } from '#core/facts/history'
import type { Instant } from '#core/kernel/instant'
import { historyKeys, type HistoryKeys } from '#core/matching/history_keys'
import { normaliseNumber } from '#core/matching/normalise_number'
import { firstRow } from '#platform/tenancy/database'
import { amendmentsOf } from './history/amendments_of.js'
import { containerSightings, type SightingAt } from './history/container_sightings.js'
import { countParties, type CountedKey, type WantedKey } from './history/count_parties.js'
import { countShared, type WantedTrace } from './history/count_shared.js'
import { documentSightings } from './history/document_sightings.js'
import { findingsBefore } from './history/findings_before.js'
import { lanesBefore } from './history/lanes_before.js'
import { problemsOf } from './history/problems_of.js'
import { sendersBefore } from './history/senders_before.js'
import { valuesBefore } from './history/values_before.js'
import { sameIdentity, type SameIdentity } from './parties/same_identity.js'
import type { RevisionForAssessment } from './load_revisions_for_assessment.js'

export type ConsignmentWithHistory = Pick<
  RevisionForAssessment,
  | 'consignmentId'
  | 'revision'
  | 'consignment'
  | 'manifestId'
  | 'senderId'
  | 'callId'
  | 'messageId'
  | 'firstRegisteredAt'
>

/**
 * What the administration saw before each consignment was first registered, by consignment id: the
 * consignment itself, and what was filed at the same moment or later, is not counted. A handful of
 * statements for the batch, each key asked once. A party is counted with all that belongs to its identity now.
 */
export async function historyOf(
  consignments: readonly ConsignmentWithHistory[]
): Promise<Map<string, HistoryOfConsignment>> {
  if (consignments.length === 0) return new Map()
  const keyed = consignments.map((each) => ({ ...each, keys: historyKeys(each.consignment) }))
  const same = await sameIdentity(keyed.flatMap(({ keys }) => partiesOf(keys)))
  const wanted = keyed.map((each) => ({
    ...each,
    same,
    until: each.firstRegisteredAt,
    containers: containersOf(each),
  }))
  type Wanted = (typeof wanted)[number]
  const coversFrom = await historyCompleteSince()
  const parties = await askedOnce(wanted, partyKeysOf, keyOfParty, countParties)
  const shared = await askedOnce(wanted, tracesOf, keyOfTrace, countShared)
  const sightings = await askedOnce(
    wanted,
    sightingsOf,
    ({ container, until }) => `${container} ${until}`,
    containerSightings
  )
  const lanes = await askedOnce(wanted, laneOf, (lane) => JSON.stringify(lane), lanesBefore)
  const senders = await sendersBefore(wanted.map(({ until }) => until))
  const documents = await documentSightings(
    wanted.flatMap((each) => {
      const reference = normaliseNumber(each.consignment.reference ?? '')
      return reference === '' ? [] : [{ ...each, reference, level: each.consignment.level }]
    })
  )
  const values = await valuesBefore(
    wanted.flatMap(({ consignmentId, keys: { consignee, value }, until }) =>
      consignee === null || value === null ? [] : [{ consignmentId, keys: same(consignee), until }]
    )
  )
  const amendments = await amendmentsOf(wanted)
  const problems = await problemsOf(wanted)
  const findings = await findingsBefore(wanted)
  const of = (each: Wanted): HistoryOfConsignment => {
    const counted = (kind: WantedKey['kind']): CountedKey | null => {
      const asked = partyKeysOf(each).find((key) => key.kind === kind)
      return asked ? parties.get(keyOfParty(asked))! : null
    }
    const [consignee, consignor, pair] = [counted('consignee'), counted('consignor'), counted('pair')]
    const lane = laneOf(each)[0]
    return {
      coversFrom,
      consignee: consignee && {
        ...counts(consignee),
        consignors: consignee.partners,
        months: consignee.months,
        chapters: consignee.chapters,
      },
      consignor: consignor && { ...counts(consignor), consignees: consignor.partners },
      pair: pair && counts(pair),
      values: values.get(each.consignmentId) ?? null,
      shared: tracesOf(each).map((trace) => shared.get(keyOfTrace(trace))!),
      sightings: sightingsOf(each).flatMap((asked) =>
        ofOthers(sightings.get(`${asked.container} ${asked.until}`)!, each)
      ),
      documents: each.consignment.reference === null ? null : (documents.get(each.consignmentId) ?? []),
      lane: lane ? lanes.get(JSON.stringify(lane))! : null,
      sender: senders(each.senderId, each.until),
      amendments: amendments.get(each.consignmentId) ?? [],
      problems: problems.get(each.consignmentId) ?? { warnings: 0, errors: 0 },
      findings: findings.get(each.consignmentId) ?? null,
    }
  }
  return new Map(wanted.map((each) => [each.consignmentId, of(each)]))
}

interface Asking {
  consignment: ConsignmentWithHistory['consignment']
  senderId: string
  keys: HistoryKeys
  same: SameIdentity
  containers: readonly string[]
  until: Instant
}

const partiesOf = ({ consignee, consignor }: HistoryKeys) => [consignee, consignor].filter((key) => key !== null)

const counts = ({ count, count12Months, count90Days, count30Days, firstSeen, lastSeen }: CountedKey): PartyCounts => ({
  count,
  count12Months,
  count90Days,
  count30Days,
  firstSeen,
  lastSeen,
})

/** Many consignments of a message ask for the same: each question is put once. */
async function askedOnce<W, Q, A>(
  wanted: readonly W[],
  questions: (each: W) => readonly Q[],
  keyOf: (question: Q) => string,
  ask: (questions: readonly Q[]) => Promise<readonly A[]>
): Promise<Map<string, A>> {
  const distinct = new Map(wanted.flatMap(questions).map((question) => [keyOf(question), question]))
  const answers = await ask([...distinct.values()])
  return new Map([...distinct.keys()].map((key, at) => [key, answers[at]!]))
}

const keyOfParty = ({ kind, keys, others, until }: WantedKey) => JSON.stringify([kind, keys, others, until])
const keyOfTrace = ({ kind, key, keys, own, ownParty, until }: WantedTrace) =>
  JSON.stringify([kind, key, keys, own, ownParty, until])

const partyKeysOf = ({ keys: { consignee, consignor }, same, until }: Asking): WantedKey[] => [
  ...(consignee === null ? [] : [{ kind: 'consignee' as const, keys: same(consignee), others: [''], until }]),
  ...(consignor === null ? [] : [{ kind: 'consignor' as const, keys: same(consignor), others: [''], until }]),
  ...(consignee === null || consignor === null
    ? []
    : [{ kind: 'pair' as const, keys: same(consignee), others: same(consignor), until }]),
]

/** Of the consignee: its contacts, its address, its identifier. */
const tracesOf = ({ keys, same, until }: Asking): WantedTrace[] =>
  keys.traces.flatMap(({ kind, key, other }): WantedTrace[] =>
    kind === 'contact' || kind === 'address'
      ? [{ kind, key, keys: [key], own: other, ownParty: same(other), until }]
      : kind === 'spelling' && key === keys.consignee
        ? [{ kind, key, keys: same(key), own: other, ownParty: [other], until }]
        : []
  )

const sightingsOf = ({ containers, until }: Asking) => containers.map((container) => ({ container, until }))

const laneOf = ({ keys: { lane, chapters }, senderId, until }: Asking) =>
  lane === null ? [] : [{ lane, sender: senderId, chapters, until }]

const containersOf = ({ consignment }: ConsignmentWithHistory): readonly string[] => [
  ...new Set(
    consignment.equipment
      .filter(({ kind }) => kind === 'container')
      .map(({ number }) => normaliseNumber(number))
      .filter((number) => number !== '')
  ),
]

const ofOthers = (sightings: readonly SightingAt[], own: ConsignmentWithHistory) =>
  sightings
    .filter(({ manifestId }) => manifestId !== own.manifestId)
    .map(({ manifestId: _manifest, callId, ...sighting }) => ({
      ...sighting,
      sameCall: callId !== null && callId === own.callId,
    }))

async function historyCompleteSince(): Promise<Instant | null> {
  const settings = await firstRow<{ since: Date | null }>(`select history_complete_since as since from tenant.settings`)
  return settings?.since?.getTime() ?? null
}
