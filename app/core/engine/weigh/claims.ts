import { canonicalJson } from '../../assessment/canonical.js'
import { compareText } from '../../assessment/order.js'
import type { Verdict } from '../../indicators/definition.js'
import type { Asked } from './asked.js'
import { Opens, type Open } from './opens.js'

/** One condition of one profile that counts, or was clear. */
export interface Claim {
  readonly asked: Asked
  /** Whole points; negative for relief. */
  readonly points: number
}

/** What all profiles claim under one code: it scores once, at the maximum (DECISIONS 14). */
export interface CodeClaims {
  /** Its number in the code book. */
  readonly code: number
  readonly hits: Claim[]
  /** The strongest of each, where there is any. */
  hit: Claim | null
  clear: Claim | null
  open: Open | null
  hardHit: boolean
  turn: number
}

/** Answers a condition in full, with evidence. */
export type Answer = (asked: Asked) => Verdict

/**
 * Claims of one consignment by code; the order in which they come changes nothing. Used again for the next one, because most
 * of them are about the same codes.
 */
export class Claims {
  readonly opens = new Opens()
  readonly #byNumber: CodeClaims[] = []
  #turn = 0
  #codes: CodeClaims[] = []

  constructor(readonly answer: Answer) {}

  begin(): void {
    this.#turn += 1
    this.#codes = []
    this.opens.begin()
  }

  hit(claim: Claim): void {
    const code = this.#code(claim.asked.is.code)
    code.hits.push(claim)
    code.hardHit ||= claim.asked.subject.hard
    if (code.hit === null || this.#strongest(claim, code.hit) < 0) code.hit = claim
  }

  clear(claim: Claim): void {
    const code = this.#code(claim.asked.is.code)
    if (code.clear === null || this.#strongest(claim, code.clear) < 0) code.clear = claim
  }

  /** Ends the collecting: codes that hit or are clear, with what is open of them; those that are only open stay numbers. */
  settle(): readonly CodeClaims[] {
    for (const each of this.#codes) each.open = this.opens.beside(each.code, each.hit !== null)
    return this.#codes
  }

  #code(code: number): CodeClaims {
    const known = this.#byNumber[code]
    if (known?.turn === this.#turn) return known
    const claims = known ?? none(code)
    if (known === undefined) this.#byNumber[code] = claims
    else clean(claims)
    claims.turn = this.#turn
    this.#codes.push(claims)
    return claims
  }

  /** Most points first, then in an order that no order of profiles can change. */
  #strongest(a: Claim, b: Claim): number {
    return (
      b.points - a.points ||
      compareText(a.asked.subjectText, b.asked.subjectText) ||
      (a.asked.name === b.asked.name
        ? 0
        : compareText(canonicalJson(this.answer(a.asked)), canonicalJson(this.answer(b.asked)))) ||
      compareText(a.asked.sourceText, b.asked.sourceText)
    )
  }
}

const none = (code: number): CodeClaims => ({
  code,
  hits: [],
  hit: null,
  clear: null,
  open: null,
  hardHit: false,
  turn: 0,
})

const clean = (claims: CodeClaims): void => {
  claims.hits.length = 0
  claims.hit = claims.clear = claims.open = null
  claims.hardHit = false
}
