import type { Instant } from '../kernel/instant.js'
import type { TraceKind } from '../matching/history_keys.js'

/**
 * What the administration knew before this consignment was first registered, itself excluded. Parties
 * are told by `partyKey`. A window begins with the UTC day it reaches back to and ends just before the
 * first registration; of lanes and senders whole days count, up to the day before.
 */
export interface HistoryOfConsignment {
  /** Earliest instant from which the administration's history is complete; `null` when it says nothing. */
  readonly coversFrom: Instant | null
  /** `null` when the consignment has no such party to look for. */
  readonly consignee:
    | (PartyCounts & {
        /** Distinct consignors, 24 months. */
        readonly consignors: number
        /** Consignments in the 30 whole days before (first), and in the twelve times 30 days before those. */
        readonly months: readonly number[]
        /** HS chapters of its consignments, 24 months. */
        readonly chapters: readonly string[]
      })
    | null
  /** What the consignee's other consignments of 30 days were worth, the latest first; `null` where this one says no value. */
  readonly values: readonly ValueBefore[] | null
  readonly consignor: (PartyCounts & { readonly consignees: number }) | null
  readonly pair: PartyCounts | null
  /** Its consignee's contacts, address and identifier, with who else was filed with each. */
  readonly shared: readonly SharedKey[]
  /** Bills of other documents under which its containers were filed, 12 months. */
  readonly sightings: readonly ContainerSighting[]
  /** Other documents under its number and level, 12 months; `null` when it has no number. */
  readonly documents: readonly DocumentSighting[] | null
  /** `null` when a port of the lane is not filed as a code. */
  readonly lane: LaneHistory | null
  /** `null` until its sender filed enough to tell. */
  readonly sender: SenderQuality | null
  /** What each revision up to this one changed, in order. */
  readonly amendments: readonly AmendmentMade[]
  readonly problems: ProblemCounts
  /** `null` when the administration never recorded an inspection. */
  readonly findings: FindingsBefore | null
}

export interface PartyCounts {
  /** 24 months. */
  readonly count: number
  readonly count12Months: number
  readonly count90Days: number
  readonly count30Days: number
  /** Within 24 months. */
  readonly firstSeen: Instant | null
  readonly lastSeen: Instant | null
}

export interface ValueBefore {
  readonly at: Instant
  /** `USD 99.5`: currency and amount as filed. */
  readonly value: string
}

export interface SharedKey {
  readonly kind: TraceKind
  readonly key: string
  /** Others than the consignee itself: party keys, or compared names where the key is an identifier. */
  readonly others12Months: number
  readonly others30Days: number
  /** Of 90 days, the latest first; fifty at most. */
  readonly recent: readonly string[]
}

export interface ContainerSighting {
  readonly container: string
  /** Both travel by one known call. */
  readonly sameCall: boolean
  readonly reference: string | null
  readonly nature: string | null
  /** Neither removed nor cancelled. */
  readonly open: boolean
  readonly consignor: string | null
  readonly consignee: string | null
  /** Of discharge. */
  readonly port: string | null
  readonly registeredAt: Instant
  readonly arrival: Instant | null
}

export interface DocumentSighting {
  readonly sameSender: boolean
  readonly sameCall: boolean
  readonly consignor: string | null
  readonly consignee: string | null
  readonly description: string | null
  readonly registeredAt: Instant
}

export interface LaneHistory {
  readonly count: number
  readonly bySender: number
  /** HS chapters of this consignment that the lane never carried. */
  readonly unseenChapters: readonly string[]
}

export interface SenderQuality {
  /** Share of its consignments of 12 months that have a Problem worse than a remark, 0..1. */
  readonly flawedShare: number
  /** Senders with a larger share, of so many in all. */
  readonly worse: number
  readonly of: number
}

export interface AmendmentMade {
  readonly at: Instant
  /** Canonical paths. */
  readonly paths: readonly string[]
}

export interface ProblemCounts {
  readonly warnings: number
  readonly errors: number
}

/** Reviewed outcomes of inspections. */
export interface FindingsBefore {
  /** Each resultant one counts 1 and loses half of it in 18 months. */
  readonly consignee: number
  readonly consignor: number
  /** Checked and clean, 24 months. */
  readonly consigneeClean: number
  /** Resultant ones of its containers, 36 months. */
  readonly container: number
  /** Of the consignor, in which counterfeits were found. */
  readonly consignorCounterfeits: number
  /** Resultant ones of others with the same contact, address or container, 36 months. */
  readonly oneHop: number
  /** Consignments of the same parties that were to be inspected and were withdrawn within 30 days before. */
  readonly withdrawn: number
}
