import type { Provenance } from '../../cargo/consignment.js'
import type { SourceRef } from '../../kernel/source_ref.js'
import type { Filed } from './filed.js'

/** Gathers where canonical values were read; a value joined from many pieces cites the first and the last. */
export class ProvenanceBuilder {
  readonly #paths: Record<string, readonly SourceRef[]> = {}

  cite(path: string, at: readonly SourceRef[]): void {
    const [first] = at
    const last = at.at(-1)
    if (first && last) this.#paths[path] = at.length > 2 ? [first, last] : at
  }

  /** Cites a value and hands it on; `null` when it was not filed. */
  take<T>(path: string, filed: Filed<T> | null | undefined): T | null {
    if (!filed) return null
    this.cite(path, filed.at)
    return filed.value
  }

  all(): Provenance {
    return this.#paths
  }
}
