import type { Problem } from '../kernel/problem.js'
import { problem, type ProblemCode, type ProblemDetails } from '../kernel/problem_codes.js'
import type { SourceRef } from '../kernel/source_ref.js'
import type { AnyPlace } from './parts/filed.js'

/** As the kernel's, with places as a reader has them at hand: of several the first is told. */
export interface FoundDetails extends Omit<ProblemDetails, 'at'> {
  readonly at?: SourceRef | AnyPlace | undefined
}

interface Chapter {
  readonly problems: Problem[]
  readonly repeated: Map<string, { readonly code: ProblemCode; count: number; readonly details: ProblemDetails }>
  /** Left out beyond the limit. */
  left: number
}
const newChapter = (): Chapter => ({ problems: [], repeated: new Map(), left: 0 })

/**
 * Gathers the Problems of one Message (or of the envelope) up to a limit; what comes after is
 * counted and told by one `SYN-MANY`. Errors and fatals are always kept.
 */
export class ProblemCollector {
  /** What a chapter holds is told behind all of the chapters before it, whichever was found first. */
  readonly #chapters: Chapter[] = [newChapter()]
  readonly #limit: number
  /** Where readers that number their places keep them. An object, since a closure would hold all that its reader knows. */
  places: { first(cited: number): SourceRef } | null = null
  #open = this.#chapters[0] ?? newChapter()

  constructor(limit: number) {
    this.#limit = limit
  }

  /** What is added from now on belongs to this chapter, from 0. */
  turnTo(chapter: number): void {
    while (this.#chapters.length <= chapter) this.#chapters.push(newChapter())
    this.#open = this.#chapters[chapter] ?? this.#open
  }

  add(code: ProblemCode, details: FoundDetails = {}): void {
    const found = problem(code, this.#placed(details))
    if (this.#isKept(found, this.#open.problems.length)) this.#open.problems.push(found)
    else this.#open.left += 1
  }

  /**
   * For what repeats all over a Message: one Problem at the first place, with `count`. `kind` keeps
   * apart what one code says of different things; beyond the limit they are only counted.
   */
  repeat(code: ProblemCode, details: FoundDetails, kind = ''): void {
    const { repeated } = this.#open
    const key = `${code} ${kind}`
    const known = repeated.get(key)
    if (known) known.count += 1
    else if (repeated.size < this.#limit) repeated.set(key, { code, count: 1, details: this.#placed(details) })
    else this.#open.left += 1
  }

  #isKept({ severity }: Problem, before: number): boolean {
    return before < this.#limit || severity === 'error' || severity === 'fatal'
  }

  #placed({ at, ...details }: FoundDetails): ProblemDetails {
    if (typeof at === 'number') return { ...details, at: this.places?.first(at) }
    return { ...details, at: at && ('offset' in at ? at : at[0]) }
  }

  /** Everything gathered, the summary last. */
  all(): readonly Problem[] {
    const { problems, repeated, left } = this.#bound()
    const counted = [...repeated.values()].map(({ code, count, details }) =>
      problem(code, { ...details, params: { ...details.params, count } })
    )
    const summary = left > 0 ? [problem('SYN-MANY', { params: { count: left } })] : []
    return [...problems, ...counted, ...summary]
  }

  /** The chapters as one, with the limit of one. */
  #bound(): Chapter {
    const bound = newChapter()
    for (const { problems, repeated, left } of this.#chapters) {
      bound.left += left
      for (const found of problems) {
        if (this.#isKept(found, bound.problems.length)) bound.problems.push(found)
        else bound.left += 1
      }
      for (const [key, each] of repeated) {
        const known = bound.repeated.get(key)
        if (known) known.count += each.count
        else if (bound.repeated.size < this.#limit) bound.repeated.set(key, { ...each })
        else bound.left += each.count
      }
    }
    return bound
  }
}
