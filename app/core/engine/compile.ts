import type { FactSnapshot } from '../facts/catalogue.js'
import type { Condition, ProfileDocument, ProfileRevision } from '../profiles/document.js'
import { isUsable, placementsOf, type AccessKey } from './access_keys.js'
import { likelihoodOf, type Likelihood } from './likelihood.js'
import { MOST_NUMBERED, NUMBERED, SOME, type Predicate } from './predicate.js'
import { ProbeTableBuilder, type ProbeTable } from './probe_table.js'
import { VocabularyBuilder, type Vocabulary } from './vocabulary.js'
import { anyOf, Words, wordsOf } from './words.js'

/** Profiles that are looked for while certain facts are open. */
export interface MissingGroup {
  /** Slots of facts that have to be open; none for the first group. */
  readonly missing: Int32Array
  /** Slots whose tokens are probed alone, and pairs of slots whose tokens are probed together. */
  readonly singles: Int32Array
  readonly pairs: Int32Array
  /** Profiles that no key leads to: looked at one by one. */
  readonly scan: Int32Array
}

/** Live profiles in flat arrays. Plain data: it passes between threads, and says nothing that its profiles do not say. */
export interface CompiledProfiles {
  readonly vocabulary: Vocabulary
  readonly probes: ProbeTable
  readonly groups: readonly MissingGroup[]
  /** What selects each profile, the least likely first; those of a profile end where the next ones begin. */
  readonly programs: Int32Array
  readonly programStarts: Int32Array
  /** Every condition as asked, by its number, and the numbers of each profile's: `all`, `any`, `adds` in their order. */
  readonly conditions: Int32Array
  readonly conditionStarts: Int32Array
  readonly profileConditions: Int32Array
  readonly profileStarts: Int32Array
}

/**
 * @param sample fact snapshots of recent consignments of the same administration, a thousand are enough; without any the
 *   keys are guessed and the answers are the same.
 */
export const compile = (
  profiles: readonly Pick<ProfileRevision, 'document'>[],
  sample: readonly FactSnapshot[] = []
): CompiledProfiles => {
  const builder = new VocabularyBuilder()
  const predicates = profiles.map(({ document }) => ({
    all: document.all.map((condition) => builder.predicate(condition)),
    any: document.any.map((condition) => builder.predicate(condition)),
    adds: document.adds.map((condition) => builder.predicate(condition)),
  }))
  const vocabulary = builder.build()
  const likelihood = likelihoodOf(builder, vocabulary, sample)
  const programs = new Words()
  const starts = new Int32Array(profiles.length + 1)
  const groups = new GroupsBuilder()
  predicates.forEach(({ all, any }, profile) => {
    const parts = [...all.map((each) => [each]), ...(any.length > 0 ? [any] : [])].map((of, number) => ({
      ...part(of, likelihood),
      number,
    }))
    parts.sort((a, b) => a.share - b.share)
    for (const { members, number } of parts) {
      const each = members.map((member) => wordsOf(member, vocabulary))
      const [operation = 0, ...rest] = each.length === 1 ? each[0]! : anyOf(each)
      programs.push(operation | (Math.min(number, MOST_NUMBERED) << NUMBERED), ...rest)
    }
    starts[profile + 1] = programs.length
    groups.add(
      profile,
      parts.flatMap(({ key }) => key ?? [])
    )
  })
  return {
    vocabulary,
    ...groups.build(),
    programs: programs.done(),
    programStarts: starts,
    ...numbered(predicates, vocabulary),
  }
}

interface Part {
  readonly members: readonly Predicate[]
  readonly share: number
  readonly key: AccessKey | null
}

/** One condition of `all`, or all of `any` together. */
const part = (members: readonly Predicate[], likelihood: Likelihood): Part => {
  const share = Math.min(
    1,
    members.reduce((sum, each) => sum + likelihood(each), 0)
  )
  const tokens = members.flatMap((each) =>
    each.op === SOME ? each.tokens.map((token) => ({ token, slot: each.slot })) : []
  )
  const slots = [...new Set(members.map((each) => (each.op === SOME ? each.slot : -1)))]
  const key = { tokens, slots, share }
  return { members, share, key: slots.includes(-1) || !isUsable(key) ? null : key }
}

class GroupsBuilder {
  readonly #probes = new ProbeTableBuilder()
  readonly #groups = new Map<
    string,
    { number: number; missing: readonly number[]; singles: Set<number>; pairs: Set<string>; scan: number[] }
  >()

  add(profile: number, keys: readonly AccessKey[]): void {
    for (const { missing, probes } of placementsOf(keys)) {
      const group = this.#group(missing)
      if (probes === null) group.scan.push(profile)
      for (const [one, other] of probes ?? []) {
        if (other === null) group.singles.add(one.slot)
        else group.pairs.add(`${one.slot} ${other.slot}`)
        this.#probes.add(group.number, one.token, other?.token ?? -1, profile)
      }
    }
  }

  #group(missing: readonly number[]) {
    const name = missing.join()
    const known = this.#groups.get(name)
    if (known) return known
    const made = { number: this.#groups.size, missing, singles: new Set<number>(), pairs: new Set<string>(), scan: [] }
    this.#groups.set(name, made)
    return made
  }

  build(): { probes: ProbeTable; groups: readonly MissingGroup[] } {
    return {
      probes: this.#probes.build(),
      groups: [...this.#groups.values()].map(({ missing, singles, pairs, scan }) => ({
        missing: Int32Array.from(missing),
        singles: Int32Array.from(singles),
        pairs: Int32Array.from([...pairs].flatMap((pair) => pair.split(' ').map(Number))),
        scan: Int32Array.from(scan),
      })),
    }
  }
}

/** Each distinct condition once, and where each profile's are. */
const numbered = (
  predicates: readonly { readonly [B in keyof Omit<ProfileDocument, 'threat'>]: readonly Predicate[] }[],
  vocabulary: Vocabulary
): Pick<CompiledProfiles, 'conditions' | 'conditionStarts' | 'profileConditions' | 'profileStarts'> => {
  const conditions = new Words()
  const starts = new Words()
  const numbers = new Map<string, number>()
  const profiles = new Words()
  const profileStarts = new Int32Array(predicates.length + 1)
  predicates.forEach(({ all, any, adds }, profile) => {
    for (const predicate of [...all, ...any, ...adds]) {
      const words = wordsOf(predicate, vocabulary)
      const name = words.join()
      const known = numbers.get(name) ?? numbers.size
      if (known === numbers.size) {
        numbers.set(name, known)
        starts.push(conditions.length)
        conditions.push(...words)
      }
      profiles.push(known)
    }
    profileStarts[profile + 1] = profiles.length
  })
  return {
    conditions: conditions.done(),
    conditionStarts: starts.done(),
    profileConditions: profiles.done(),
    profileStarts,
  }
}

/** Bytes of the arrays of a compiled set; the words of its questions are few and not counted. */
export const bytesOf = (compiled: CompiledProfiles): number => {
  const size = (value: unknown): number => {
    if (ArrayBuffer.isView(value)) return value.byteLength
    if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + size(each), 0)
    return typeof value === 'object' && value !== null ? size(Object.values(value)) : 0
  }
  return size(compiled)
}

/** Conditions of a document in the order of their numbers. */
export const conditionsOf = ({ all, any, adds }: ProfileDocument): readonly Condition[] => [...all, ...any, ...adds]
