/** One way to find a profile: it can apply only where one of these tokens is said, if all these facts are known. */
export interface AccessKey {
  readonly tokens: readonly { readonly token: number; readonly slot: number }[]
  readonly slots: readonly number[]
  /** Share of consignments it is true for. */
  readonly share: number
  /** Which part of the profile's program it answers. */
  readonly part: number
}

/** Where a profile is found when exactly these facts of its keys are open. */
export interface Placement {
  readonly missing: readonly number[]
  /** None: it is looked at whenever those facts are missing. One token, or two of different facts. */
  readonly probes: readonly (readonly [AccessKey['tokens'][number], AccessKey['tokens'][number] | null])[] | null
  /** Parts of the program that hold where a probe leads to the profile. */
  readonly holds: readonly number[]
}

/** A key true for a larger share is joined by a second. */
const COMMON = 0.002
const MOST_TOKENS = 64
const MOST_KEYS = 4
const MOST_SLOTS = 3

export const isUsable = (key: Pick<AccessKey, 'tokens' | 'slots'>): boolean =>
  key.tokens.length <= MOST_TOKENS && key.slots.length <= MOST_SLOTS && key.slots.length > 0

/** Those that placements are made of, the rarest first. */
export const bestOf = (keys: readonly AccessKey[]): readonly AccessKey[] =>
  [...keys].sort((a, b) => a.share - b.share).slice(0, MOST_KEYS)

/**
 * A profile whose key is open may still apply, so it is found again by its best key without the open facts, and so on
 * (DECISIONS 15). Every set of open facts leads to one placement; one reached from two is probed twice and answers once.
 */
export const placementsOf = (best: readonly AccessKey[]): readonly Placement[] => {
  const placements = new Map<string, Placement>()
  const place = (missing: readonly number[]): void => {
    const name = missing.join()
    if (placements.has(name)) return
    const chosen = choose(best.filter((key) => !key.slots.some((slot) => missing.includes(slot))))
    placements.set(name, { missing, probes: chosen?.probes ?? null, holds: chosen?.holds ?? [] })
    if (chosen === null) return
    for (let some = 1; some < 1 << chosen.slots.length; some++) {
      place([...missing, ...chosen.slots.filter((_, at) => some & (1 << at))].sort((a, b) => a - b))
    }
  }
  place([])
  return [...placements.values()]
}

interface Choice {
  readonly slots: readonly number[]
  readonly probes: NonNullable<Placement['probes']>
  readonly holds: readonly number[]
}

const choose = (usable: readonly AccessKey[]): Choice | null => {
  const first = usable[0]
  if (first === undefined) return null
  const second = usable.slice(1).find((key) => joins(first, key))
  if (first.share <= COMMON || second === undefined) {
    return { slots: [...first.slots], probes: first.tokens.map((token) => [token, null]), holds: [first.part] }
  }
  return {
    slots: [...first.slots, ...second.slots],
    probes: first.tokens.flatMap((one) =>
      second.tokens.map((other) => (one.slot < other.slot ? ([one, other] as const) : ([other, one] as const)))
    ),
    holds: [first.part, second.part],
  }
}

const joins = (first: AccessKey, second: AccessKey): boolean =>
  second.share < 0.7 &&
  first.tokens.length * second.tokens.length <= MOST_TOKENS &&
  !second.slots.some((slot) => first.slots.includes(slot))
