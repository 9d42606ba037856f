import type { ErasureView } from '../../../resources/props/shared.js'

/** That something is no longer kept, on purpose: shown instead of it, never an error. */
export interface Erasure {
  at: Date | null
  /** `retention`, `subject_request`, `administration_left` … : `privacy.erased_<rule>` says it. */
  rule: string
}

export const erasureOf = (row: { erased_at: Date | null; erased_rule: string | null }): Erasure | null =>
  row.erased_at ? { at: row.erased_at, rule: row.erased_rule ?? 'retention' } : null

export const erasureView = (erased: Erasure | null): ErasureView | null =>
  erased && { at: erased.at?.toISOString() ?? null, rule: erased.rule }
