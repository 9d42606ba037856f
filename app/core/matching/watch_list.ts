/** What is compared. Values are normalised by `normalise.ts` on both sides before they meet. */
export const MATCH_KINDS = ['name', 'identifier', 'address', 'contact', 'equipment', 'means', 'document'] as const
export type MatchKind = (typeof MATCH_KINDS)[number]

export interface WatchListEntry {
  readonly id: string
  readonly list: string
  readonly edition: number
  readonly kind: MatchKind
  /** As authored. */
  readonly value: string
  readonly reason: string
  /** Instants; `null` = open. Matching is valid on the day of assessment only. */
  readonly validFrom: number | null
  readonly validUntil: number | null
}

export interface WatchListMatch {
  readonly entry: WatchListEntry
  readonly kind: MatchKind
  /** What the consignment says, as filed. */
  readonly value: string
  readonly key: string
  readonly path: string
}

export interface WatchListMatcher {
  /** Matches of one consignment's value; empty = looked and found nothing. */
  match(kind: MatchKind, value: string, path: string): readonly WatchListMatch[]
  /** False when the administration has no live list of that kind. */
  covers(kind: MatchKind): boolean
}
