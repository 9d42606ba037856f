import type { Problem } from '../kernel/problem.js'
import { problem, type ProblemCode, type ProblemDetails } from '../kernel/problem_codes.js'
import type { SourceRef } from '../kernel/source_ref.js'
import type { AnyPlace } from './parts/filed.js'

/** As the kernel's, with places as a reader has them at hand: of several the first is told. */
export interface FoundDetails extends Omit<ProblemDetails, 'at'> {
  readonly at?: SourceRef | AnyPlace | undefined
}

/**
 * Gathers the Problems of one Message (or of the envelope) up to a limit; what comes after is
 * counted and told by one `SYN-MANY`. Errors and fatals are always kept.
 */
export class ProblemCollector {
  readonly #problems: Problem[] = []
  readonly #repeated = new Map<string, { code: ProblemCode; count: number; details: ProblemDetails }>()
  readonly #limit: number
  /** Makes the place that a number stands for; readers that number their places say how. */
  placeOf: (cited: number) => SourceRef | undefined = () => undefined
  #left = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  add(code: ProblemCode, details: FoundDetails = {}): void {
    const found = problem(code, this.#placed(details))
    const kept = this.#problems.length < this.#limit || found.severity === 'error' || found.severity === 'fatal'
    if (kept) this.#problems.push(found)
    else this.#left += 1
  }

  /**
   * For what repeats all over a Message: one Problem at the first place, with `count`. `kind` keeps
   * apart what one code says of different things; beyond the limit they are only counted.
   */
  repeat(code: ProblemCode, details: FoundDetails, kind = ''): void {
    const key = `${code} ${kind}`
    const known = this.#repeated.get(key)
    if (known) known.count += 1
    else if (this.#repeated.size < this.#limit)
      this.#repeated.set(key, { code, count: 1, details: this.#placed(details) })
    else this.#left += 1
  }

  #placed({ at, ...details }: FoundDetails): ProblemDetails {
    if (typeof at === 'number') return { ...details, at: this.placeOf(at) }
    return { ...details, at: at && ('offset' in at ? at : at[0]) }
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
