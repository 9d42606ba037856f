import type { Provenance } from '../../../cargo/consignment.js'
import type { SourceRef } from '../../../kernel/source_ref.js'
import type { Cited, PlaceBook } from '../place_book.js'
import type { Filed } from './filed.js'

/** Gathers where canonical values were read; their places become SourceRefs when somebody asks. */
export class Citations {
  readonly places: PlaceBook
  #paths: string[] = []
  #cited: Cited[] = []

  constructor(places: PlaceBook) {
    this.places = places
  }

  cite(path: string, at: Cited): void {
    this.#paths.push(path)
    this.#cited.push(at)
  }

  /** Cites a value and hands it on; `null` when it was not filed. */
  take<T>(path: string, filed: Filed<T> | null | undefined): T | null {
    if (!filed) return null
    this.cite(path, filed.at)
    return filed.value
  }

  /** What a path was cited with; `null` when it was not. */
  at(path: string): Cited | null {
    return this.#cited[this.#paths.indexOf(path)] ?? null
  }

  /** What was cited, to be made into SourceRefs later. The lists are then empty for the next, with their room kept. */
  close(): CitedPaths {
    const closed = new CitedPaths(this.places, this.#paths.slice(), this.#cited.slice())
    this.#paths.length = this.#cited.length = 0
    return closed
  }

  all(): Provenance {
    return new CitedPaths(this.places, this.#paths, this.#cited).provenance()
  }
}

/** Paths with their places. */
export class CitedPaths {
  readonly #places: PlaceBook
  readonly #paths: readonly string[]
  readonly #cited: readonly Cited[]
  #made: Provenance | null = null

  constructor(places: PlaceBook, paths: readonly string[], cited: readonly Cited[]) {
    this.#places = places
    this.#paths = paths
    this.#cited = cited
  }

  /** Made when first asked for, and then kept. */
  provenance(): Provenance {
    if (this.#made) return this.#made
    const made: Record<string, readonly SourceRef[]> = {}
    for (const [index, path] of this.#paths.entries()) made[path] = this.#places.refs(this.#cited[index] ?? 0)
    this.#made = made
    return made
  }
}

const CITED = Symbol('cited')

interface Cites {
  readonly [CITED]: CitedPaths
}

/** One getter for all objects: one of its own for each would give each a shape of its own, which is slow to make and lives long. */
const PROVENANCE = {
  enumerable: true,
  get(this: Cites): Provenance {
    return this[CITED].provenance()
  },
}

/** Gives an object a `provenance` that is made when somebody asks for it. */
export const withProvenance = <T extends object>(of: T, cited: CitedPaths): T & { readonly provenance: Provenance } => {
  Object.defineProperty(of, CITED, { value: cited })
  return Object.defineProperty(of, 'provenance', PROVENANCE) as T & { readonly provenance: Provenance }
}
