import type { Problem } from '../kernel/problem.js'
import { problem, type ProblemCode, type ProblemDetails } from '../kernel/problem_codes.js'
import type { SourceRef } from '../kernel/source_ref.js'

/**
 * Gathers the Problems of one Message (or of the envelope) up to a limit; what comes after is
 * counted and told by one `SYN-MANY`. Errors and fatals are always kept.
 */
export class ProblemCollector {
  readonly #problems: Problem[] = []
  readonly #repeated = new Map<ProblemCode, { at: SourceRef | undefined; count: number; details: ProblemDetails }>()
  readonly #limit: number
  #left = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  add(code: ProblemCode, details: ProblemDetails = {}): void {
    const found = problem(code, details)
    const kept = this.#problems.length < this.#limit || found.severity === 'error' || found.severity === 'fatal'
    if (kept) this.#problems.push(found)
    else this.#left += 1
  }

  /** For what repeats all over a Message: one Problem at the first place, with `count`. */
  repeat(code: ProblemCode, details: ProblemDetails): void {
    const known = this.#repeated.get(code)
    if (known) known.count += 1
    else this.#repeated.set(code, { at: details.at, count: 1, details })
  }

  /** Everything gathered, the summary last. */
  all(): readonly Problem[] {
    const repeated = [...this.#repeated].map(([code, { count, details }]) =>
      problem(code, { ...details, params: { ...details.params, count } })
    )
    const summary = this.#left > 0 ? [problem('SYN-MANY', { params: { count: this.#left } })] : []
    return [...this.#problems, ...repeated, ...summary]
  }
}
