import { canonicalJson } from '../../assessment/canonical.js'
import { compareText } from '../../assessment/order.js'
import type { MissingReason } from '../../facts/catalogue.js'
import type { UnknownReason } from '../../assessment/assessment.js'
import type { Verdict } from '../../indicators/definition.js'
import type { Asked } from './asked.js'

/** One condition of one profile that counts, or could. */
export interface Claim {
  readonly asked: Asked
  /** Whole points; negative for relief. */
  readonly points: number
}
export interface OpenClaim extends Claim {
  readonly missing: UnknownReason['missing']
  readonly why: MissingReason
  readonly canArrive: boolean
}

/** What all profiles claim under one code: it scores once, at the maximum (DECISIONS 14). */
export interface CodeClaims {
  readonly code: string
  readonly hits: Claim[]
  readonly opens: OpenClaim[]
  /** The strongest of each, where there is any. */
  hit: Claim | null
  open: OpenClaim | null
  clear: Claim | null
}

/** Answers a condition in full, with evidence. */
export type Answer = (asked: Asked) => Verdict

/** Claims of one consignment by code; the order in which they come changes nothing. */
export class Claims {
  readonly #codes = new Map<string, CodeClaims>()

  constructor(readonly answer: Answer) {}

  get codes(): readonly CodeClaims[] {
    return [...this.#codes.values()]
  }

  hit(claim: Claim): void {
    const code = this.#code(claim)
    code.hits.push(claim)
    if (code.hit === null || this.#strongest(claim, code.hit) < 0) code.hit = claim
  }

  open(claim: OpenClaim): void {
    const code = this.#code(claim)
    code.opens.push(claim)
    if (code.open === null || this.#firstOpen(claim, code.open) < 0) code.open = claim
  }

  clear(claim: Claim): void {
    const code = this.#code(claim)
    if (code.clear === null || this.#strongest(claim, code.clear) < 0) code.clear = claim
  }

  #code({ asked }: Claim): CodeClaims {
    const { code } = asked.subject
    const known = this.#codes.get(code)
    if (known) return known
    const made: CodeClaims = { code, hits: [], opens: [], hit: null, open: null, clear: null }
    this.#codes.set(code, made)
    return made
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

  #firstOpen(a: OpenClaim, b: OpenClaim): number {
    return (
      Number(b.canArrive) - Number(a.canArrive) ||
      b.points - a.points ||
      compareText(a.asked.subjectText, b.asked.subjectText) ||
      (a.missing === b.missing && a.why === b.why ? 0 : compareText(waits(a), waits(b))) ||
      compareText(a.asked.sourceText, b.asked.sourceText)
    )
  }
}

const waits = ({ missing, why }: OpenClaim): string => canonicalJson({ missing, why })

/** An unknown that counts towards "could be up to". Relief in doubt is not granted. */
export const isHopeful = ({ canArrive, points }: OpenClaim): boolean => canArrive && points > 0
