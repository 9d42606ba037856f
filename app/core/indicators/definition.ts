import type { AnyFactKey, FactReader, MissingReason } from '../facts/catalogue.js'
import type { ReferenceLists } from './reference_lists.js'
import type { WatchListMatcher } from '../matching/watch_list.js'

/** A translation key, `room.sentence`. */
export type MessageKey = `${string}.${string}`

/**
 * One observed thing that made an indicator hit (or nearly so).
 * The sentence `because` is translated with `params`; `path` leads to the raw segment through provenance.
 */
export interface Evidence {
  readonly because: MessageKey
  readonly params: Readonly<Record<string, string | number>>
  /** Canonical paths; empty when the evidence is history. */
  readonly paths: readonly string[]
  /** Reference list or watch list with the edition used. */
  readonly list?: { readonly code: string; readonly edition: number }
}

/** Absent data is never clear. */
export type Verdict =
  | {
      readonly is: 'hit'
      readonly evidence: readonly Evidence[]
      /** Share of the points, 0..1; default 1. */ readonly weight?: number
    }
  | { readonly is: 'clear'; /** How far from firing, for "nearest misses". */ readonly nearest?: Nearest }
  | { readonly is: 'unknown'; readonly missing: AnyFactKey | `list:${string}`; readonly why: MissingReason }

export interface Nearest {
  readonly because: MessageKey
  readonly params: Readonly<Record<string, string | number>>
  /** 0 = just missed, 1 = far away. */
  readonly distance: number
}

export const LAYERS = ['deductive', 'inductive', 'predictive'] as const
/** `predictive` is reserved (DECISIONS 23). */
export type Layer = (typeof LAYERS)[number]

export const GROUPS = [
  'party',
  'geography',
  'routing',
  'commodity',
  'equipment',
  'document',
  'air',
  'vessel',
  'model',
] as const
export type Group = (typeof GROUPS)[number]

/** Default caps per assessment and group (INDICATORS section 4). */
export const DEFAULT_CAPS: Readonly<Record<Group, number>> = {
  party: 60,
  geography: 45,
  routing: 40,
  commodity: 60,
  equipment: 50,
  document: 40,
  air: 60,
  vessel: 30,
  model: 40,
}

export const THREATS = [
  'NAR',
  'SEC',
  'WMD',
  'ARM',
  'REV',
  'TOB',
  'IPR',
  'CIT',
  'WST',
  'TBM',
  'CUL',
  'VEH',
  'HLT',
  'MIG',
  'INT',
  'DQ',
  'ALL',
] as const
export type Threat = (typeof THREATS)[number]

export type FieldKind = { decimal: number; integer: number; text: string; flag: boolean; codes: readonly string[] }
export interface Field<K extends keyof FieldKind = keyof FieldKind> {
  readonly kind: K
  readonly label: MessageKey
  readonly default: FieldKind[K]
  readonly min?: number
  readonly max?: number
}
/** One description makes the form, the validation and the documentation. */
export type Fields = Readonly<Record<string, Field>>
export type ValuesOf<F extends Fields> = { readonly [P in keyof F]: FieldKind[F[P]['kind']] }

export interface AssessContext<A extends Fields = Fields> {
  readonly facts: FactReader
  readonly args: ValuesOf<A>
  readonly lists: ReferenceLists
  readonly watchLists: WatchListMatcher
}

/** A named test of facts about one consignment. Pure and synchronous; same inputs, same verdict. */
export interface IndicatorDefinition<A extends Fields = any> {
  /** `R01` for core indicators, `<plugin>.<code>` for a plugin's. */
  readonly code: string
  /** Raised whenever the same inputs could give another verdict; pinned by profile revisions and assessments. */
  readonly version: number
  readonly title: MessageKey
  readonly layer: Layer
  readonly group: Group
  readonly points: number
  /** Raises an alert whatever the score, and ignores caps. */
  readonly hard?: boolean
  readonly threats: readonly Threat[]
  readonly modes: readonly ('sea' | 'air')[]
  readonly args: A
  /** Facts it may ask; asking another one is a fault of the build. */
  readonly reads: readonly AnyFactKey[]
  /** Reference lists it looks into. */
  readonly lists?: readonly string[]
  assess(context: AssessContext<A>): Verdict
}

export const defineIndicator = <const A extends Fields>(indicator: IndicatorDefinition<A>): IndicatorDefinition<A> =>
  Object.freeze(indicator)
