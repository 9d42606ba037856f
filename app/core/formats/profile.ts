import type { FactKey } from '../facts/catalogue.js'
import type { AsycudaReading } from './asycuda/reading.js'
import type { CuscarReading } from './edifact/cuscar/reading.js'

/**
 * A feature of a Message that speaks for a profile. An ASYCUDA manifest has its customs office as
 * recipient, its root element as document code, and the codes of carrier or agent as sender.
 * Weights of what is there add up to the confidence, at most 1.
 */
export type Clue = { readonly weight: number } & (
  | {
      readonly what: 'version' | 'association' | 'recipient' | 'sender' | 'documentCode' | 'documentName'
      readonly is: readonly string[]
    }
  | { readonly what: 'version' | 'association' | 'recipient' | 'sender'; readonly startsWith: string }
  /** A LOC with this qualifier before the first consignment. */
  | { readonly what: 'headerPlace'; readonly is: readonly string[] }
  /** A segment with this tag before the first consignment. */
  | { readonly what: 'headerTag'; readonly is: readonly string[] }
)

/** What is different for one sender. */
export interface SenderRules<Reading = CuscarReading> {
  /** Identification as in UNB element 2, or the filer's code in an ASYCUDA manifest. */
  readonly sender: string
  readonly alwaysFiled?: readonly FactKey[]
  readonly fallbackCharset?: string
  readonly reading?: Partial<Reading>
}

/**
 * A declarative reading of a standard message: which qualifiers feed which canonical field, in
 * which order, and what the codes mean. Data only; `extends` the generic reading of its message.
 */
export type FormatProfile = CuscarProfile | AsycudaProfile

export type CuscarProfile = ProfileOf<'CUSCAR', CuscarReading>
/** Reads the manifest XML of ASYCUDA World and the flat workbooks made of its element names. */
export type AsycudaProfile = ProfileOf<'ASYCUDA', AsycudaReading>

interface ProfileOf<Message extends string, Reading> {
  /** `<plugin>.<name>`, e.g. `guatemala.d01a`. */
  readonly code: string
  /** Raised whenever the same bytes could give another report. */
  readonly version: number
  readonly message: Message
  /** Used when its confidence reaches `minimum` and no other profile's is higher. */
  readonly detect: { readonly clues: readonly Clue[]; readonly minimum: number }
  readonly reading: Partial<Reading>
  /** Facts that senders of this profile file whenever they apply: absence is then an answer (DECISIONS 15). */
  readonly alwaysFiled: readonly FactKey[]
  /** Facts the format has no place for: they cannot arrive by amendment and count towards nothing. */
  readonly notCarried?: readonly FactKey[]
  readonly senders?: readonly SenderRules<Reading>[]
}

/** Facts whose absence is an answer for this sender under this profile. */
export const alwaysFiled = (profile: FormatProfile, sender: string | null): readonly FactKey[] =>
  profile.senders?.find((rules) => rules.sender === sender)?.alwaysFiled ?? profile.alwaysFiled
