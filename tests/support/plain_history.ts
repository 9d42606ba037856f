import type { Consignment } from '#core/cargo/consignment'
import type { PartyCounts } from '#core/facts/history'
import { DAY, type Instant } from '#core/kernel/instant'
import { historyKeys, type HistoryKeys } from '#core/matching/history_keys'
import { ask } from './intake.js'
import type { Place } from './world.js'

/** A consignment as the plain recomputation knows it: its current document and when it was first registered. */
interface Known {
  id: string
  open: boolean
  counted: boolean
  document: Consignment
  keys: HistoryKeys
  at: Instant
  manifest: string
  call: string | null
  sender: string
  revision: number
}

const dayOf = (at: Instant) => Math.floor(at / DAY)
const distinct = <T>(values: readonly T[]) => [...new Set(values)]
const sorted = (values: readonly string[]) => [...values].sort()

/**
 * The history of every open consignment, counted by reading all documents again for each of them: no
 * counters, no windows cut into days, no SQL but the reading. `forgotten` were taken out of history
 * at that revision.
 */
export async function plainHistory(place: Place, forgotten: ReadonlyMap<string, number>) {
  const read = await ask<Omit<Known, 'keys' | 'at' | 'counted'> & { at: Date }>(
    place,
    `select c.id, c.state = 'filed' as open, r.document, c.first_registered_at as at, c.manifest_id as manifest, c.call_id as call, m.sender_id as sender, c.revision
       from tenant.consignments c join tenant.consignment_revisions r on r.id = c.revision_id join tenant.manifests m on m.id = c.manifest_id`
  )
  const all = read.map((each): Known => ({
    ...each,
    at: each.at.getTime(),
    keys: historyKeys(each.document),
    // A later revision brings a forgotten one back.
    counted: each.open && forgotten.get(each.id) !== each.revision,
  }))
  const identities = new Map(
    (
      await ask<{ key: string; identity: string }>(
        place,
        `select key, identity::text as identity from tenant.identity_keys`
      )
    ).map(({ key, identity }) => [key, identity])
  )
  const identityOf = (key: string) => identities.get(key) ?? key
  return new Map(all.filter(({ open }) => open).map((own) => [own.id, historyOfOne(own, all, identityOf)]))
}

function historyOfOne(own: Known, all: readonly Known[], identityOf: (key: string) => string) {
  const same = (a: string | null, b: string | null) => a !== null && b !== null && identityOf(a) === identityOf(b)
  const within = (each: Known, days: number) => each.at < own.at && dayOf(each.at) >= dayOf(own.at) - days
  const before = all.filter((each) => each.counted && within(each, 730))
  const { consignee, consignor, lane } = own.keys
  const ofConsignee = before.filter(({ keys }) => same(keys.consignee, consignee))
  const ofConsignor = before.filter(({ keys }) => same(keys.consignor, consignor))
  const together = ofConsignee.filter(({ keys }) => same(keys.consignor, consignor))
  const counts = (of: readonly Known[]): PartyCounts => ({
    count: of.length,
    count12Months: of.filter((each) => within(each, 365)).length,
    count90Days: of.filter((each) => within(each, 90)).length,
    count30Days: of.filter((each) => within(each, 30)).length,
    firstSeen: of.length === 0 ? null : Math.min(...of.map(({ at }) => at)),
    lastSeen: of.length === 0 ? null : Math.max(...of.map(({ at }) => at)),
  })
  const monthsAgo = (each: Known) => Math.floor((dayOf(own.at) - dayOf(each.at) - 1) / 30)
  const onLane = before.filter((each) => each.keys.lane === lane && dayOf(each.at) < dayOf(own.at))
  return {
    consignee:
      consignee === null
        ? null
        : {
            ...counts(ofConsignee),
            consignors: distinct(ofConsignee.flatMap(({ keys }) => keys.consignor ?? []).map(identityOf)).length,
            months: Array.from(
              { length: 13 },
              (_, month) =>
                ofConsignee.filter((each) => dayOf(each.at) < dayOf(own.at) && monthsAgo(each) === month).length
            ),
            chapters: sorted(distinct(ofConsignee.flatMap(({ keys }) => keys.chapters))),
          },
    consignor:
      consignor === null
        ? null
        : {
            ...counts(ofConsignor),
            consignees: distinct(ofConsignor.flatMap(({ keys }) => keys.consignee ?? []).map(identityOf)).length,
          },
    pair: consignee === null || consignor === null ? null : counts(together),
    shared: own.keys.traces
      .filter(({ kind }) => kind === 'contact' || kind === 'address' || kind === 'spelling')
      .map(({ kind, key, other: self }) => {
        const hangsOn = (other: string) => (kind === 'spelling' ? same(other, key) : other === key)
        const others = (days: number) =>
          distinct(
            before
              .filter((each) => within(each, days))
              .flatMap(({ keys }) =>
                keys.traces
                  .filter((trace) => trace.kind === kind && hangsOn(trace.key) && trace.other !== self)
                  .map(({ other }) => other)
              )
          )
        // Names are names; parties are counted by who they are.
        const counted = (days: number) =>
          kind === 'spelling'
            ? others(days)
            : distinct(
                others(days)
                  .filter((other) => !same(other, self))
                  .map(identityOf)
              )
        return {
          kind,
          key,
          others12Months: counted(365).length,
          others30Days: counted(30).length,
          recent: sorted(others(90)),
        }
      }),
    sightings: sorted(
      own.document.equipment.flatMap(({ number }) =>
        all
          .filter(
            (each) =>
              each.manifest !== own.manifest &&
              within(each, 365) &&
              each.document.equipment.some((box) => box.number === number)
          )
          .map((each) => `${number} ${each.document.reference} ${each.call !== null && each.call === own.call}`)
      )
    ),
    documents: all.filter(
      (each) =>
        each.open &&
        each.manifest !== own.manifest &&
        within(each, 365) &&
        each.document.reference === own.document.reference
    ).length,
    lane:
      lane === null
        ? null
        : {
            count: onLane.length,
            bySender: onLane.filter(({ sender }) => sender === own.sender).length,
            unseenChapters: own.keys.chapters.filter(
              (chapter) => !onLane.some(({ keys }) => keys.chapters.includes(chapter))
            ),
          },
  }
}
