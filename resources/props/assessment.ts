import type { IsoInstant, Sentence } from './shared.js'

export type Layer = 'deductive' | 'inductive' | 'predictive'

/** `not_assessed`: no assessment yet. `stale`: a newer revision is being weighed. */
export type ShownBand = 'high' | 'medium' | 'low' | 'unknown' | 'not_assessed' | 'stale'

export interface ScoreSummary {
  band: ShownBand
  /** Points; `null` when not assessed. */
  score: number | null
  /** Score if every unknown that can still arrive were true; `null` when equal to the score. */
  upTo: number | null
}

export interface Cuts {
  medium: number
  high: number
}

/** One line of the raw message; marks are positions in `text`, end exclusive. */
export interface QuoteLine {
  number: number
  text: string
  marks: { from: number; to: number }[]
}

/** A piece of a received message that something was read from. */
export interface Quote {
  /** Message id for the link to the message log; `null` when the reader may not open it. */
  messageId: string | null
  /** e.g. `CUSCAR D.01A`. */
  format: string
  /** Interchange or document reference. */
  reference: string | null
  receivedAt: IsoInstant
  /** Two lines of context around the cited one. Empty with `kept: false`. */
  lines: QuoteLine[]
  /** Canonical path, e.g. `items.0.grossWeightKg`. */
  path: string
  /** The value as read when it differs from the marked text. */
  readAs: string | null
  /** False when the retention rule has deleted the original. */
  kept: boolean
}

export interface EvidenceView {
  because: Sentence
  list: { code: string; edition: number } | null
  quotes: Quote[]
}

/** `Reason` of `app/core/assessment`, with its evidence resolved to quotes. */
export interface ReasonView {
  code: string
  version: number
  title: Sentence
  layer: Layer
  /** Name of the group, translated by `common.group_<group>`. */
  group: string
  threats: string[]
  points: number
  counted: number
  groupUsed: number
  groupCap: number
  hard: boolean
  /** Short source, e.g. `LOC+88`; `null` when history or lists alone gave the reason. */
  source: string | null
  evidence: EvidenceView[]
  profiles: { id: string; name: string; revision: number }[]
}

export interface UnknownView {
  code: string
  title: Sentence
  layer: Layer
  group: string
  points: number
  /** 0 when it cannot arrive any more for this consignment. */
  couldAdd: number
  /** Fact key, translated by `targeting.fact_<key>` with dots as `_`; `list:<code>` when a list is missing. */
  missing: string
  /** Translated by `common.missing_<why>`. */
  why: string
}

export interface ClearView {
  code: string
  title: Sentence
  layer: Layer
  group: string
  points: number
  /** How near it came; `null` when nearness has no meaning. */
  nearest: { because: Sentence; distance: number } | null
}

export interface AssessmentView {
  id: string
  /** Revision of the consignment that was weighed. */
  revision: number
  at: IsoInstant
  summary: ScoreSummary
  cuts: Cuts
  reasons: ReasonView[]
  unknowns: UnknownView[]
  /** Unknowns that are counted and not listed, by what they wait for. */
  furtherUnknowns: { missing: string; why: string; count: number }[]
  /** Nearest first. */
  clears: ClearView[]
  /** Too many profiles are live for the misses of those that do not apply to be listed. */
  missesLeftOut: boolean
  threats: { threat: string; score: number; hard: boolean }[]
  /** Indicators and conditions weighed in all: hit + unknown + clear. */
  weighed: number
}
