import type { KeyClass } from '#platform/crypto/key_classes'

/** By what right something is erased; shown in its place (`privacy.erased_<rule>`). */
export type ErasureRule = 'retention' | 'subject_request'

export interface Erasing {
  at: Date
  rule: ErasureRule
}

export interface RetentionStep {
  /** Ids that are due and that no legal hold keeps, oldest first. */
  due(before: Date, limit: number): Promise<string[]>
  /** How many are due, and how many of them a legal hold keeps. */
  count(before: Date): Promise<{ due: number; held: number }>
  /** Erases these; repeatable after a crash anywhere. */
  apply(ids: readonly string[], erasing: Erasing): Promise<void>
}

/**
 * One class of data an administration keeps for a time. A room that owns tables writes one small file a
 * class and lists it in `app/retention.ts`. Masking acts on the day; deleting by whole months, so that a
 * month whose rows nobody needs is dropped as a partition, with its key, instead of row by row.
 */
export interface RetentionClass {
  code: string
  /** What it holds. Every tenant table belongs to a class or says why not: a test asks. */
  tables: readonly string[]
  defaults: { maskAfterDays: number | null; deleteAfterDays: number }
  /** Takes the personal part away, or why there is none to take. */
  mask: RetentionStep | { notNeeded: string }
  remove: RetentionStep
  /** Rows go on the day and not by whole months. */
  exact?: boolean
  /** Keys of its months are destroyed when the month has gone. */
  keys?: KeyClass
  /** Partitioned tables that are dropped a month at a time once no administration needs the month. */
  partitions?: readonly string[]
}

export const isStep = (mask: RetentionClass['mask']): mask is RetentionStep => 'apply' in mask

/** Rows of the first instant that is still kept, `days` before now. */
export const keptFrom = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000)

/** The first instant of its month: what lies before it lies in months that are over. */
export const monthOf = (at: Date): Date => new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1))
