import type { LocalTime } from '../kernel/instant.js'
import type { Problem } from '../kernel/problem.js'

/** What the administration decided about a cargo report. */
export interface AnswerDecision {
  readonly outcome: 'accepted' | 'accepted_with_problems' | 'rejected'
  /** Number under which it is registered. */
  readonly registration: string | null
}

/** What every answer needs besides what it answers; nothing here reads a clock or counts up. */
export interface AnswerOptions {
  /** Number of the answer, unique towards the partner; at most 14 characters. */
  readonly reference: string
  /** When it is written, `2026-11-22T08:15` at least. */
  readonly writtenAt: LocalTime
}

/** The sentence of a Problem, in the language of the administration. */
export type SayProblem = (problem: Problem) => string
