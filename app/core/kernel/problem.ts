import type { SourceRef } from './source_ref.js'

/**
 * `info` and `warning` change nothing, `error` makes one consignment unusable,
 * `fatal` makes the Message unreadable. Raw bytes are kept in every case.
 */
export type Severity = 'info' | 'warning' | 'error' | 'fatal'

/** Something wrong in data that came from outside, with its place. Errors are ours, Problems are theirs. */
export interface Problem {
  /** One of the codes of `problem_codes.ts`, e.g. `SYN-COUNT`, `REF-CHECKDIGIT-CTN`. */
  readonly code: string
  readonly severity: Severity
  readonly at?: SourceRef
  /** Values for the translated sentence `problems.<code>`. Never personal data beyond the offending value. */
  readonly params?: Readonly<Record<string, string | number>>
  /** Position of the consignment in its Message, from 0, when the Problem concerns one. */
  readonly consignment?: number
}
