import { compareText, placeInWaterfall } from '../assessment/order.js'
import { GROUPS, THREATS } from '../indicators/definition.js'
import { codeOf, placeOfFact } from '../profiles/condition_subject.js'
import type { Condition, ProfileDocument, ProfileRevision } from '../profiles/document.js'
import { questionOf } from '../profiles/question.js'
import { ASK, MOST_NUMBERED, type Predicate } from './predicate.js'
import { Words } from './words.js'

/** What conditions are worth, as numbers: thousands of profiles can be open, and each of their claims is one row to read. */
export interface ClaimTables {
  /** By profile, where its rows begin. */
  readonly starts: Int32Array
  /** Rows of four: code, where it stands, flags, points. */
  readonly rows: Int32Array
  /** By row: equal for equal subjects. */
  readonly subjects: Int32Array
  /** By code, in the order of their texts: a row that goes by it. */
  readonly codes: Int32Array
  /** Rows of which only the registry knows group, order and hardness, in pairs with their questions. */
  readonly asked: Int32Array
  /** 1 for each profile that asks a question anywhere. */
  readonly asks: Uint8Array
}

export const CLAIM = 4

/** Where it stands: the slot of its condition, its place in the profile, its order in the waterfall. */
export const INDEX_AT = 12
export const ORDER_AT = 24
export const FIELD = 0xfff
/** Flags: the threat, hard, the group, the number of its condition or `NO_NUMBER`. */
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

type Predicates = { readonly [B in keyof Omit<ProfileDocument, 'threat'>]: readonly Predicate[] }

/** Conditions of a document in the order of their places. */
export const conditionsOf = ({ all, any, adds }: ProfileDocument): readonly Condition[] => [...all, ...any, ...adds]

export const claimsOf = (
  profiles: readonly Pick<ProfileRevision, 'document'>[],
  predicates: readonly Predicates[]
): ClaimTables => {
  const rows = new Words()
  const starts = new Int32Array(profiles.length + 1)
  const asks = new Uint8Array(profiles.length)
  const asked = new Words()
  const subjects = new Words()
  const codes = new Map<string, number[]>()
  const names = new Map<string, number>()
  profiles.forEach(({ document }, profile) => {
    const { all, any, adds } = predicates[profile]!
    const each = [...all, ...any, ...adds]
    asks[profile] = Number(each.some(({ op }) => op === ASK))
    conditionsOf(document).forEach((condition, index) => {
      if (!canWeigh(condition)) return
      const row = rows.length / CLAIM
      const predicate = each[index]!
      const code = codeOf(condition)
      const same = codes.get(code)
      if (same) same.push(row)
      else codes.set(code, [row])
      const name = `${questionOf(condition)} ${condition.hard ?? ''}`
      const subject = names.get(name) ?? names.size
      names.set(name, subject)
      subjects.push(subject)
      if (predicate.op === ASK) asked.push(row, predicate.question)
      rows.append(rowOf(condition, index, predicate, document, THREATS.indexOf(document.threat)))
    })
    starts[profile + 1] = rows.length / CLAIM
  })
  const made = rows.done()
  const sorted = [...codes].sort(([a], [b]) => compareText(a, b))
  sorted.forEach(([, of], code) => {
    for (const row of of) made[row * CLAIM] = code
  })
  return {
    starts,
    rows: made,
    subjects: subjects.done(),
    codes: Int32Array.from(sorted, ([, of]) => of[0]!),
    asked: asked.done(),
    asks,
  }
}

/** An indicator without points may be hard by its definition. */
const canWeigh = ({ kind, points, hard }: Condition): boolean =>
  points !== 0 || (hard ?? kind === 'indicator')

const rowOf = (
  condition: Condition,
  index: number,
  predicate: Predicate,
  { all }: ProfileDocument,
  threat: number
): readonly number[] => {
  const isCertain = index < all.length
  const number = isCertain && all.length < MOST_NUMBERED ? index : NO_NUMBER
  const place = condition.kind === 'fact' ? placeOfFact(condition.fact) : null
  const slot = predicate.op === ASK ? 0 : predicate.slot
  return [
    0,
    slot | (index << INDEX_AT) | ((place === null ? 0 : placeInWaterfall(place)) << ORDER_AT),
    threat |
      (condition.hard === true ? HARD : 0) |
      (condition.hard === undefined && condition.kind === 'indicator' ? HARD_AS_DEFINED : 0) |
      ((place === null ? 0 : GROUPS.indexOf(place.group)) << GROUP_AT) |
      (number << NUMBER_AT) |
      (predicate.op === ASK ? ASKS : 0) |
      (isCertain ? CERTAIN : 0),
    condition.points,
  ]
}
