import { compareText, placeInWaterfall } from '../assessment/order.js'
import { GROUPS, THREATS } from '../indicators/definition.js'
import { codeOf, placeOfFact } from '../profiles/condition_subject.js'
import type { Condition, ProfileDocument } from '../profiles/document.js'
import { questionOf } from '../profiles/question.js'
import type { Head } from './candidates.js'
import { ASK, MOST_NUMBERED, type Predicate } from './predicate.js'
import { Words } from './growing.js'

/** What conditions are worth, as numbers: thousands of profiles can be open, and each of their claims is one row to read. */
export interface ClaimTables {
  /** Rows of four: code, where it stands, flags, points. */
  readonly rows: Int32Array
  /** By row its profile. */
  readonly profiles: Int32Array
  /** By subject a row of it; conditions that ask the same and are alike hard have one subject. */
  readonly bySubject: Int32Array
  /** Rows by code, and where those of each code begin; codes are numbered in the order of their texts. */
  readonly byCode: Int32Array
  readonly codeStarts: Int32Array
  /** Rows of which only the registry knows group, order and hardness, in pairs with their questions. */
  readonly asked: Int32Array
}

export const CLAIM = 4
export const WHERE = 1
export const FLAGS = 2
export const WORTH = 3

/** Where it stands: the slot of its condition, its place in the profile, its order in the waterfall. */
export const INDEX_AT = 12
export const ORDER_AT = 24
export const FIELD = 0xfff
/** Of the flags: the threat, hard, the group, the number of its condition or `NO_NUMBER`. */
export const THREAT = 31
export const HARD = 1 << 5
export const GROUP_AT = 6
export const NUMBER_AT = 10
export const NO_NUMBER = 31
/** It weighs what a question answers; it is one of `all`; it only selects; it is as hard as its definition says. */
export const ASKS = 1 << 15
export const CERTAIN = 1 << 16
export const SELECTS = 1 << 17
export const HARD_AS_DEFINED = 1 << 18

/** The place in `GROUPS` that flags name. */
export const groupOf = (flags: number): number => (flags >> GROUP_AT) & 15

type Predicates = { readonly [B in keyof Omit<ProfileDocument, 'threat'>]: readonly Predicate[] }

/** Conditions of a document in the order of their places. */
export const conditionsOf = ({ all, any, adds }: ProfileDocument): readonly Condition[] => [...all, ...any, ...adds]

export class ClaimsBuilder {
  readonly #rows = new Words()
  readonly #profiles = new Words()
  readonly #asked = new Words()
  readonly #codes = new Map<string, number[]>()
  readonly #names = new Map<string, number>()
  readonly #bySubject = new Words()

  /** @param place where the profile stands among those laid down. */
  add(place: number, profile: number, document: ProfileDocument, { all, any, adds }: Predicates): Head {
    const first = this.#count
    const claims: number[] = []
    const predicates = [...all, ...any, ...adds]
    conditionsOf(document).forEach((condition, index) => {
      const predicate = predicates[index]!
      if (canWeigh(condition)) claims.push(...this.#add(profile, document, condition, index, predicate))
    })
    return { place, first, claims, asks: predicates.some(({ op }) => op === ASK) }
  }

  get #count(): number {
    return this.#profiles.length
  }

  #add(
    profile: number,
    document: ProfileDocument,
    condition: Condition,
    index: number,
    predicate: Predicate
  ): readonly number[] {
    const code = codeOf(condition)
    const same = this.#codes.get(code)
    if (same) same.push(this.#count)
    else this.#codes.set(code, [this.#count])
    const name = `${questionOf(condition)} ${condition.hard ?? ''}`
    const subject = this.#names.get(name) ?? this.#names.size
    if (subject === this.#names.size) {
      this.#names.set(name, subject)
      this.#bySubject.push(this.#count)
    }
    if (predicate.op === ASK) this.#asked.push(this.#count, predicate.question)
    const [where, flags, points] = rowOf(document, condition, index, predicate)
    this.#rows.push(0, where, flags, points)
    this.#profiles.push(profile)
    return [subject, where, flags, points, 0]
  }

  build(): ClaimTables {
    const rows = this.#rows.done()
    const sorted = [...this.#codes].sort(([a], [b]) => compareText(a, b))
    const byCode = new Words()
    const codeStarts = new Int32Array(sorted.length + 1)
    sorted.forEach(([, of], code) => {
      for (const row of of) rows[row * CLAIM] = code
      byCode.append(of)
      codeStarts[code + 1] = byCode.length
    })
    return {
      rows,
      profiles: this.#profiles.done(),
      bySubject: this.#bySubject.done(),
      byCode: byCode.done(),
      codeStarts,
      asked: this.#asked.done(),
    }
  }
}

/** An indicator without points may be hard by its definition. */
const canWeigh = ({ kind, points, hard }: Condition): boolean => points !== 0 || (hard ?? kind === 'indicator')

const rowOf = (
  { all, threat }: ProfileDocument,
  condition: Condition,
  index: number,
  predicate: Predicate
): readonly [where: number, flags: number, points: number] => {
  const isCertain = index < all.length
  const number = isCertain && all.length < MOST_NUMBERED ? index : NO_NUMBER
  const place = condition.kind === 'fact' ? placeOfFact(condition.fact) : null
  const slot = predicate.op === ASK ? 0 : predicate.slot
  return [
    slot | (index << INDEX_AT) | ((place === null ? 0 : placeInWaterfall(place)) << ORDER_AT),
    THREATS.indexOf(threat) |
      (condition.hard === true ? HARD : 0) |
      (condition.hard === undefined && condition.kind === 'indicator' ? HARD_AS_DEFINED : 0) |
      ((place === null ? 0 : GROUPS.indexOf(place.group)) << GROUP_AT) |
      (number << NUMBER_AT) |
      (predicate.op === ASK ? ASKS : 0) |
      (isCertain ? CERTAIN : 0),
    condition.points,
  ]
}
