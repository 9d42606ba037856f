import type { Evidence, Group, Layer, MessageKey, Nearest, Threat } from '../indicators/definition.js'
import type { AnyFactKey, MissingReason } from '../facts/catalogue.js'
import type { WatchListMatch } from '../matching/watch_list.js'

export interface Cuts {
  /** Default 50. */
  readonly medium: number
  /** Default 100. */
  readonly high: number
  /** A threat at or above it raises an alert; default 50. */
  readonly alert: number
}

/** Points that count at most, by group. */
export type Caps = Readonly<Record<Group, number>>

/** The band of the total; `unknown` for a total below the medium cut that could still reach the high one. */
export type Band = 'high' | 'medium' | 'low' | 'unknown'

/** One reason of the waterfall. Over all reasons `counted` sums to the score exactly. */
export interface Reason {
  /** Indicator code, or `fact:<key>:<operator>:<value>` for a fact condition: at most one reason a code. */
  readonly code: string
  readonly version: number
  readonly title: MessageKey
  readonly titleParams: Readonly<Record<string, string | number>>
  readonly layer: Layer
  readonly group: Group
  readonly threats: readonly Threat[]
  /** Points before caps: the maximum over live profiles. */
  readonly points: number
  /** Points after caps, relief and floor. */
  readonly counted: number
  /** Group points used up to and including this reason, and the group's cap. */
  readonly groupUsed: number
  readonly groupCap: number
  readonly hard: boolean
  readonly evidence: readonly Evidence[]
  readonly profiles: readonly { readonly profile: string; readonly revision: number; readonly condition: string }[]
}

export interface UnknownReason {
  readonly code: string
  readonly version: number
  readonly title: MessageKey
  readonly titleParams: Readonly<Record<string, string | number>>
  readonly layer: Layer
  readonly group: Group
  readonly points: number
  /** What it would add to the total after caps if it were true; 0 when it cannot arrive any more. */
  readonly couldAdd: number
  readonly missing: AnyFactKey | `list:${string}`
  readonly why: MissingReason
}

/** Unknowns that are counted and not listed, by what they wait for. */
export interface FurtherUnknowns {
  readonly missing: UnknownReason['missing']
  readonly why: MissingReason
  readonly count: number
}

export interface ClearReason {
  readonly code: string
  readonly version: number
  readonly title: MessageKey
  readonly titleParams: Readonly<Record<string, string | number>>
  readonly layer: Layer
  readonly group: Group
  readonly points: number
  readonly nearest: Nearest | null
}

/** One immutable weighing of one consignment revision. A pure function of its stored inputs. */
export interface AssessmentResult {
  readonly score: number
  /** Score if every unknown that can still arrive were true. */
  readonly upTo: number
  readonly band: Band
  readonly reasons: readonly Reason[]
  /** Those that could add most, `MOST_UNKNOWNS` of them. */
  readonly unknowns: readonly UnknownReason[]
  readonly furtherUnknowns: readonly FurtherUnknowns[]
  /** Of profiles that apply or might; why another profile does not apply is asked with `whyNot`. */
  readonly clears: readonly ClearReason[]
  readonly threats: readonly { readonly threat: Threat; readonly score: number; readonly hard: boolean }[]
  /** Watch-list matches met by profiles that apply or might. */
  readonly matches: readonly WatchListMatch[]
  /** Threats an alert is due for, by DECISIONS 17; empty = none. */
  readonly alerts: readonly { readonly threat: Threat; readonly because: 'threshold' | 'total' | 'hard' | 'could_be' }[]
}
