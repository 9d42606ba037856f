import type { Instant } from '../kernel/instant.js'
import { normalise } from './normalise.js'
import type { MatchKind, WatchListEntry, WatchListMatch, WatchListMatcher } from './watch_list.js'

type Entries = ReadonlyMap<string, readonly WatchListEntry[]>

/** What changed beside the entries an index began with, before both are put together. */
const MOST_CHANGED = 1000

/** Entries by what they say, normalised once. Built per set of watch list editions and shared by assessments. */
export class ExactIndex {
  #entries: Entries = new Map()
  /** Values whose entries are others since. */
  #changed: Entries = new Map()
  #counts: ReadonlyMap<MatchKind, number> = new Map()
  /** Editions of lists as they are now, where entries were read under earlier ones. */
  #editions: Readonly<Record<string, number>> = {}

  constructor(entries: Iterable<WatchListEntry>) {
    const found = new Map<string, WatchListEntry[]>()
    const counts = new Map<MatchKind, number>()
    for (const entry of entries) {
      const key = keyOf(entry)
      if (key === null) continue
      counts.set(entry.kind, (counts.get(entry.kind) ?? 0) + 1)
      const same = found.get(key)
      if (same) same.push(entry)
      else found.set(key, [entry])
    }
    for (const same of found.values()) same.sort(byId)
    this.#entries = found
    this.#counts = counts
  }

  /** Entries it holds. */
  get size(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0)
  }

  /**
   * The index after some entries came and others went, with the editions that their lists have now. It shares what did not change
   * with this one, which stays as it is.
   */
  with(
    came: readonly WatchListEntry[],
    went: readonly WatchListEntry[],
    editions: Readonly<Record<string, number>>
  ): ExactIndex {
    const next = new ExactIndex([])
    const changed = new Map(this.#changed)
    const counts = new Map(this.#counts)
    for (const [entries, count] of [
      [went, -1],
      [came, 1],
    ] as const)
      for (const entry of entries) {
        const key = keyOf(entry)
        if (key === null) continue
        const before = changed.get(key) ?? this.#entries.get(key) ?? []
        const others = before.filter(({ id }) => id !== entry.id)
        changed.set(key, count === 1 ? [...others, entry].sort(byId) : others)
        counts.set(entry.kind, (counts.get(entry.kind) ?? 0) + changed.get(key)!.length - before.length)
      }
    const isMuch = changed.size > MOST_CHANGED
    next.#entries = isMuch ? new Map([...this.#entries, ...changed]) : this.#entries
    next.#changed = isMuch ? new Map() : changed
    next.#counts = counts
    next.#editions = editions
    return next
  }

  /** Looks only at entries in force at the instant of the assessment. */
  at(instant: Instant): WatchListMatcher {
    return {
      covers: (kind) => (this.#counts.get(kind) ?? 0) > 0,
      match: (kind, value, path) => this.#match(kind, value, path, instant),
    }
  }

  #match(kind: MatchKind, value: string, path: string, instant: Instant): readonly WatchListMatch[] {
    const key = normalise(kind, value)
    if (key === '') return []
    const name = `${kind}:${key}`
    return (this.#changed.get(name) ?? this.#entries.get(name) ?? [])
      .filter((entry) => inForce(entry, instant))
      .map((entry) => ({ entry: this.#current(entry), kind, value, key, path }))
  }

  #current(entry: WatchListEntry): WatchListEntry {
    const edition = this.#editions[entry.list] ?? entry.edition
    return edition === entry.edition ? entry : { ...entry, edition }
  }
}

/** `null` for what says nothing once it is normalised. */
const keyOf = ({ kind, value }: WatchListEntry): string | null => {
  const normalised = normalise(kind, value)
  return normalised === '' ? null : `${kind}:${normalised}`
}

const byId = (a: WatchListEntry, b: WatchListEntry): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

const inForce = (entry: WatchListEntry, instant: Instant): boolean =>
  (entry.validFrom === null || entry.validFrom <= instant) && (entry.validUntil === null || instant < entry.validUntil)
