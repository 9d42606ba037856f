import type { Instant } from '../kernel/instant.js'
import { normalise } from './normalise.js'
import type { MatchKind, WatchListEntry, WatchListMatch, WatchListMatcher } from './watch_list.js'

/** Entries by what they say, normalised once. Built per set of watch list editions and shared by assessments. */
export class ExactIndex {
  readonly #entries = new Map<string, WatchListEntry[]>()
  readonly #kinds = new Set<MatchKind>()

  constructor(entries: Iterable<WatchListEntry>) {
    for (const entry of entries) {
      const value = normalise(entry.kind, entry.value)
      if (value === '') continue
      this.#kinds.add(entry.kind)
      const key = `${entry.kind}:${value}`
      const same = this.#entries.get(key)
      if (same) same.push(entry)
      else this.#entries.set(key, [entry])
    }
    for (const same of this.#entries.values()) same.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  }

  /** Looks only at entries in force at the instant of the assessment. */
  at(instant: Instant): WatchListMatcher {
    return {
      covers: (kind) => this.#kinds.has(kind),
      match: (kind, value, path) => this.#match(kind, value, path, instant),
    }
  }

  #match(kind: MatchKind, value: string, path: string, instant: Instant): readonly WatchListMatch[] {
    const key = normalise(kind, value)
    if (key === '') return []
    return (this.#entries.get(`${kind}:${key}`) ?? [])
      .filter((entry) => inForce(entry, instant))
      .map((entry) => ({ entry, kind, value, key, path }))
  }
}

const inForce = (entry: WatchListEntry, instant: Instant): boolean =>
  (entry.validFrom === null || entry.validFrom <= instant) && (entry.validUntil === null || instant < entry.validUntil)
