import type { MatchKind, WatchListEntry } from '#core/matching/watch_list'

/** An entry of an edition, as the database gives it. */
export interface EntryRow {
  id: string
  list: string
  edition: number
  kind: MatchKind
  value: string
  reason: string
  valid_from: Date | null
  valid_until: Date | null
}

export const toEntry = ({ valid_from, valid_until, ...entry }: EntryRow): WatchListEntry => ({
  ...entry,
  validFrom: valid_from?.getTime() ?? null,
  validUntil: valid_until?.getTime() ?? null,
})
