import type { Reason } from '../../assessment/assessment.js'
import { canonicalJson } from '../../assessment/canonical.js'
import { compareText } from '../../assessment/order.js'
import type { ProfileRevision } from '../../profiles/document.js'
import { CLAIM, conditionsOf, FIELD, INDEX_AT, WHERE, type ClaimTables } from '../claim_tables.js'

export type Source = Reason['profiles'][number]

/** Where the claims of a compiled set come from, as reasons list it; prepared when they are first shown: most never are. */
export class Sources {
  readonly #sources: (Source | null)[]
  /** By claim where it stands among those of its code, from 1; 0 where nobody asked. */
  readonly #ranks: Int32Array

  constructor(
    readonly claims: ClaimTables,
    readonly revisions: readonly ProfileRevision[]
  ) {
    // Filled from the start: an array with holes becomes a hash table.
    this.#sources = new Array<null>(claims.profiles.length).fill(null)
    this.#ranks = new Int32Array(claims.profiles.length)
  }

  of(claim: number): Source {
    return (this.#sources[claim] ??= this.#make(claim))
  }

  textOf(claim: number): string {
    return canonicalJson(this.of(claim))
  }

  /** The order of the texts of two claims of one code. */
  compare(claim: number, other: number): number {
    if (this.#ranks[claim] === 0) this.#rank(this.claims.rows[claim * CLAIM]!)
    return this.#ranks[claim]! - this.#ranks[other]!
  }

  #rank(code: number): void {
    const { byCode, codeStarts } = this.claims
    Array.from(byCode.subarray(codeStarts[code], codeStarts[code + 1]), (claim) => ({
      claim,
      text: this.textOf(claim),
    }))
      .sort((a, b) => compareText(a.text, b.text))
      .forEach(({ claim }, at) => (this.#ranks[claim] = at + 1))
  }

  #make(claim: number): Source {
    const { profile, revision, document } = this.revisions[this.claims.profiles[claim]!]!
    const index = (this.claims.rows[claim * CLAIM + WHERE]! >> INDEX_AT) & FIELD
    return { profile, revision, condition: conditionsOf(document)[index]!.id }
  }
}
