import type { FactKey } from '../facts/catalogue.js'
import type { Threat } from '../indicators/definition.js'

/** Operators of a fact condition; one file each in `operators/`. */
export type Operator =
  | 'is'
  | 'is_not'
  | 'is_one_of'
  | 'is_none_of'
  | 'is_under'
  | 'is_over'
  | 'contains_word'
  | 'starts_with'
  | 'matches'
  | 'is_filed'

export type ConditionValue = string | number | boolean | readonly string[]

interface ConditionBase {
  /** Unique in the document, stable across revisions. */
  readonly id: string
  /** 0 for a condition that only selects. Negative for relief. */
  readonly points: number
}
export interface IndicatorCondition extends ConditionBase {
  readonly kind: 'indicator'
  readonly indicator: string
  readonly version: number
  readonly args: Readonly<Record<string, unknown>>
  /** Alert whatever the score. */
  readonly hard?: boolean
}
export interface FactCondition extends ConditionBase {
  readonly kind: 'fact'
  readonly fact: FactKey
  readonly operator: Operator
  readonly value: ConditionValue
  readonly hard?: boolean
}
export type Condition = IndicatorCondition | FactCondition

/**
 * What a profile revision says. It applies when every `all` condition hits and, where
 * `any` is not empty, at least one of `any` does; both empty: it applies to everything.
 * `adds` give points where the profile applies and never select alone.
 * Facts' points are counted in the group of their fact (`groupOfFact`).
 */
export interface ProfileDocument {
  readonly threat: Threat
  readonly all: readonly Condition[]
  readonly any: readonly Condition[]
  readonly adds: readonly Condition[]
}

/** Immutable once stored: a change makes a new revision. */
export interface ProfileRevision {
  readonly id: string
  readonly profile: string
  readonly name: string
  readonly revision: number
  readonly document: ProfileDocument
}
