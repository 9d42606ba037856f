import { canonicalJson } from '../../assessment/canonical.js'
import { compareText } from '../../assessment/order.js'
import type { Verdict } from '../../indicators/definition.js'
import type { Asked } from './asked.js'
import { Opens, type Open } from './opens.js'

/** One condition of one profile that counts, or could. */
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
  open: Open | null
  clear: Claim | null
  /** Whether one of the hits, or of the hopeful opens, is hard. */
  hardHit: boolean
  hardOpen: boolean
  turn: number
}

/** Answers a condition in full, with evidence. */
export type Answer = (asked: Asked) => Verdict

/** Numbers of codes, shared by everything that weighs together. */
export class CodeBook {
  readonly #numbers = new Map<string, number>()
  readonly codes: string[] = []

  number(code: string): number {
    const known = this.#numbers.get(code)
    if (known !== undefined) return known
    this.#numbers.set(code, this.codes.length)
    return this.codes.push(code) - 1
  }
}

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
    const code = this.#code(claim.asked.code)
    code.hits.push(claim)
    code.hardHit ||= claim.asked.subject.hard
    if (code.hit === null || this.#strongest(claim, code.hit) < 0) code.hit = claim
  }

  /** Ends the collecting: the strongest open claim of each code takes its place beside the hits. */
  settle(): readonly CodeClaims[] {
    this.opens.forEach((code, open) => {
      this.#code(code).open = open
    })
    this.opens.forEachHopeful((code, _threat, hard) => {
      if (hard) this.#code(code).hardOpen = true
    })
    return this.#codes
  }

  clear(claim: Claim): void {
    const code = this.#code(claim.asked.code)
    if (code.clear === null || this.#strongest(claim, code.clear) < 0) code.clear = claim
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
  open: null,
  clear: null,
  hardHit: false,
  hardOpen: false,
  turn: 0,
})

const clean = (claims: CodeClaims): void => {
  claims.hits.length = 0
  claims.hit = claims.open = claims.clear = null
  claims.hardHit = claims.hardOpen = false
}

/** An unknown that counts towards "could be up to". Relief in doubt is not granted. */
export const isHopeful = ({ at: { arrives, points } }: Open): boolean => arrives && points > 0
