import { canonicalJson } from '../../assessment/canonical.js'
import { compareText } from '../../assessment/order.js'
import type { Verdict } from '../../indicators/definition.js'
import { HARD } from '../claim_tables.js'
import type { Asked } from './asked.js'
import type { Ledger } from './ledger.js'
import { Opens, type Open } from './opens.js'
import { Places } from './places.js'

/** One condition of one profile that counts, or was clear: as the ledger has it, so that most are weighed without a look at it. */
export interface Claim {
  readonly ledger: Ledger
  readonly claim: number
  readonly subject: number
  readonly code: number
  readonly flags: number
  /** Where its layer and group stand in the waterfall. */
  readonly order: number
  /** Whole points; negative for relief. */
  readonly points: number
}

/** What all profiles claim under one code: it scores once, at the maximum (DECISIONS 14). */
export interface CodeClaims {
  /** Its number in the code book. */
  code: number
  readonly hits: Claim[]
  /** The strongest of each, where there is any. */
  hit: Claim | null
  clear: Claim | null
  open: Open | null
  hardHit: boolean
}

/** Answers a condition in full, with evidence. */
export type Answer = (asked: Asked) => Verdict

/** Claims of one consignment by code; the order in which they come changes nothing. Used again for the next one. */
export class Claims {
  readonly opens = new Opens()
  readonly #places = new Places()
  readonly #codes: CodeClaims[] = []

  constructor(readonly answer: Answer) {}

  /** @param size how many codes there are. */
  begin(size: number): void {
    this.#places.begin(size)
    this.opens.begin(size)
  }

  hit(claim: Claim): void {
    const code = this.#code(claim.code)
    code.hits.push(claim)
    code.hardHit ||= (claim.flags & HARD) !== 0
    if (code.hit === null || this.#strongest(claim, code.hit) < 0) code.hit = claim
  }

  clear(claim: Claim): void {
    const code = this.#code(claim.code)
    if (code.clear === null || this.#strongest(claim, code.clear) < 0) code.clear = claim
  }

  /** Ends the collecting: codes that hit or are clear, with what is open of them; those that are only open stay numbers. */
  settle(): readonly CodeClaims[] {
    const codes = this.#codes.slice(0, this.#places.count)
    for (const each of codes) each.open = this.opens.beside(each.code, each.hit !== null)
    return codes
  }

  #code(code: number): CodeClaims {
    const known = this.#places.count
    const place = this.#places.place(code)
    if (place === this.#codes.length) this.#codes.push(none())
    const claims = this.#codes[place]!
    if (place === known) begin(claims, code)
    return claims
  }

  /** Most points first, then in an order that no order of profiles can change; of two that are shown alike it matters not which. */
  #strongest(a: Claim, b: Claim): number {
    if (a.points !== b.points) return b.points - a.points
    if (a.ledger === b.ledger && a.subject === b.subject) return 0
    return this.#order(a.ledger.asked(a.subject), b.ledger.asked(b.subject))
  }

  #order(a: Asked, b: Asked): number {
    return (
      compareText(a.subjectText, b.subjectText) ||
      (a.name === b.name ? 0 : compareText(canonicalJson(this.answer(a)), canonicalJson(this.answer(b))))
    )
  }
}

const none = (): CodeClaims => ({ code: 0, hits: [], hit: null, clear: null, open: null, hardHit: false })

const begin = (claims: CodeClaims, code: number): void => {
  claims.code = code
  claims.hits.length = 0
  claims.hit = claims.clear = claims.open = null
  claims.hardHit = false
}
