import type { FactSnapshot } from '../facts/catalogue.js'
import type { ProfileDocument, ProfileRevision } from '../profiles/document.js'
import { bestOf, isUsable, type AccessKey } from './access_keys.js'
import { CandidatesBuilder, type Candidates } from './candidates.js'
import { CLAIM, ClaimsBuilder, type ClaimTables } from './claim_tables.js'
import { likelihoodOf, type Likelihood } from './likelihood.js'
import { MOST_NUMBERED, NUMBERED, SOME, type Predicate } from './predicate.js'
import { VocabularyBuilder, type Vocabulary } from './vocabulary.js'
import { Words } from './growing.js'
import { anyOf, wordsOf } from './words.js'

/** Live profiles in flat arrays. Plain data: it passes between threads, and says nothing that its profiles do not say. */
export interface CompiledProfiles extends Candidates {
  readonly vocabulary: Vocabulary
  /** Every condition as asked, by its number, and the numbers of each profile's: `all`, `any`, `adds` in their order. */
  readonly conditions: Int32Array
  readonly conditionStarts: Int32Array
  readonly profileConditions: Int32Array
  readonly profileStarts: Int32Array
  readonly claims: ClaimTables
  /** Profiles in the order in which they are laid down: what one probe leads to stands together. */
  readonly order: Int32Array
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
  const programs = predicates.map(({ all, any }) => {
    const parts = [...all.map((each) => [each]), ...(any.length > 0 ? [any] : [])]
      .map((of, number) => part(of, all.length < MOST_NUMBERED ? number : MOST_NUMBERED, likelihood))
      .sort((a, b) => a.share - b.share)
    return { parts, keys: bestOf(parts.flatMap((each, at) => keyOf(each, at) ?? [])) }
  })
  const claims = new ClaimsBuilder()
  const candidates = new CandidatesBuilder()
  const order = besideEachOther(programs.map(({ keys }) => keys))
  order.forEach((profile, place) => {
    const { parts, keys } = programs[profile]!
    const words = parts.map(({ members, number }) => programOf(members, number, vocabulary))
    candidates.add(claims.add(place, profile, profiles[profile]!.document, predicates[profile]!), words, keys)
  })
  const tables = claims.build()
  const codes = tables.bySubject.map((claim) => tables.rows[claim * CLAIM]!)
  return {
    vocabulary,
    ...candidates.build(codes),
    ...numbered(predicates, vocabulary),
    claims: tables,
    order: Int32Array.from(order),
  }
}

/** Profiles with the same keys one after the other, by the commonest first: what one probe leads to lies in one place. */
const besideEachOther = (keys: readonly (readonly AccessKey[])[]): readonly number[] => {
  const tokens = keys.map((of) => of.map((key) => key.tokens[0]?.token ?? -1).reverse())
  return tokens.map((_, profile) => profile).sort((a, b) => compareTokens(tokens[a]!, tokens[b]!) || a - b)
}

const compareTokens = (a: readonly number[], b: readonly number[]): number => {
  for (let at = 0; at < a.length && at < b.length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!
  return a.length - b.length
}

interface Part {
  readonly members: readonly Predicate[]
  readonly share: number
  readonly number: number
}

/** One condition of `all`, or all of `any` together. */
const part = (members: readonly Predicate[], number: number, likelihood: Likelihood): Part => {
  const share = members.reduce((sum, each) => sum + likelihood(each), 0)
  return { members, share: Math.min(1, share), number }
}

const programOf = (members: readonly Predicate[], number: number, vocabulary: Vocabulary): readonly number[] => {
  const words = members.map((member) => wordsOf(member, vocabulary))
  const [head = 0, ...operands] = words.length === 1 ? words[0]! : anyOf(words)
  return [head | (number << NUMBERED), ...operands]
}

/** Null where something but a token could make it hold. */
const keyOf = ({ members, share }: Part, at: number): AccessKey | null => {
  const slots = [...new Set(members.map((each) => (each.op === SOME ? each.slot : -1)))]
  const tokens = members.flatMap((each) =>
    each.op === SOME ? each.tokens.map((token) => ({ token, slot: each.slot })) : []
  )
  return slots.includes(-1) || !isUsable({ tokens, slots }) ? null : { tokens, slots, share, part: at }
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
        conditions.append(words)
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
