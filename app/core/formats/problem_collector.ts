import type { Problem } from '../kernel/problem.js'
import { problem, type ProblemCode, type ProblemDetails } from '../kernel/problem_codes.js'

/**
 * Gathers the Problems of one Message (or of the envelope) up to a limit; what comes after is
 * counted and told by one `SYN-MANY`. Errors and fatals are always kept.
 */
export class ProblemCollector {
  readonly #problems: Problem[] = []
  readonly #repeated = new Map<string, { code: ProblemCode; count: number; details: ProblemDetails }>()
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

  /**
   * For what repeats all over a Message: one Problem at the first place, with `count`. `kind` keeps
   * apart what one code says of different things; beyond the limit they are only counted.
   */
  repeat(code: ProblemCode, details: ProblemDetails, kind = ''): void {
    const key = `${code} ${kind}`
    const known = this.#repeated.get(key)
    if (known) known.count += 1
    else if (this.#repeated.size < this.#limit) this.#repeated.set(key, { code, count: 1, details })
    else this.#left += 1
  }

  /** Everything gathered, the summary last. */
  all(): readonly Problem[] {
    const repeated = [...this.#repeated.values()].map(({ code, count, details }) =>
      problem(code, { ...details, params: { ...details.params, count } })
    )
    const summary = this.#left > 0 ? [problem('SYN-MANY', { params: { count: this.#left } })] : []
    return [...this.#problems, ...repeated, ...summary]
  }
}
