import type { EncodedFacts } from './encoded_facts.js'
import { ANY, ASK, FILED, NONE, OPERATION, operandsOf, OVER, slotOf, SOME, UNDER } from './predicate.js'
import { CLEAR, HIT, UNKNOWN, type Truth } from './truth.js'

/** Answers what has no index, by the number of the question. */
export type Ask = (question: number) => Truth

/** The answer of the predicate whose words begin at a place. What is not known is never clear. */
export const judgePredicate = (words: Int32Array, at: number, facts: EncodedFacts, ask: Ask): Truth => {
  const head = words[at]!
  const operands = at + 1
  switch (head & OPERATION) {
    case SOME:
      if (saysOne(words, operands, operands + operandsOf(head), facts.present)) return HIT
      return facts.open[slotOf(head)] === 0 ? CLEAR : UNKNOWN
    case NONE:
      if (saysOne(words, operands, operands + operandsOf(head), facts.present)) return CLEAR
      return facts.open[slotOf(head)] === 0 ? HIT : UNKNOWN
    case OVER:
      if (words[operands]! < facts.below[slotOf(head)]!) return HIT
      return facts.open[slotOf(head)] === 0 ? CLEAR : UNKNOWN
    case UNDER:
      if (words[operands]! >= facts.notAbove[slotOf(head)]!) return HIT
      return facts.open[slotOf(head)] === 0 ? CLEAR : UNKNOWN
    case FILED: {
      const filed = facts.filed[slotOf(head)]!
      return (words[operands] === 1 ? filed : HIT - filed) as Truth
    }
    case ANY:
      return judgeAny(words, operands, operands + operandsOf(head), facts, ask)
    default:
      return ask(words[operands]!)
  }
}

/** As `judgePredicate`, of a predicate on one fact with one operand, as most are. */
export const judgeOne = (
  words: Int32Array,
  at: number,
  { present, open, below, notAbove, filed }: EncodedFacts
): Truth => {
  const head = words[at]!
  const operand = words[at + 1]!
  const slot = slotOf(head)
  switch (head & OPERATION) {
    case SOME:
      if (present[operand] === 1) return HIT
      break
    case OVER:
      if (operand < below[slot]!) return HIT
      break
    case UNDER:
      if (operand >= notAbove[slot]!) return HIT
      break
    case NONE:
      return present[operand] === 1 ? CLEAR : open[slot] === 0 ? HIT : UNKNOWN
    default:
      return (operand === 1 ? filed[slot]! : HIT - filed[slot]!) as Truth
  }
  return open[slot] === 0 ? CLEAR : UNKNOWN
}

const saysOne = (words: Int32Array, from: number, end: number, present: Uint8Array): boolean => {
  for (let at = from; at < end; at++) if (present[words[at]!] === 1) return true
  return false
}

const judgeAny = (words: Int32Array, from: number, end: number, facts: EncodedFacts, ask: Ask): Truth => {
  let best: Truth = CLEAR
  for (let at = from; at < end; at += 1 + operandsOf(words[at]!)) {
    const truth = judgePredicate(words, at, facts, ask)
    if (truth === HIT) return HIT
    if (truth > best) best = truth
  }
  return best
}

/**
 * The slot that an open `any` waits for: that of the first open member that can still arrive, or else of the first; -1 where a
 * member waits for a question.
 */
export const decidingSlot = (words: Int32Array, from: number, end: number, facts: EncodedFacts): number => {
  let deciding = -1
  for (let at = from; at < end; at += 1 + operandsOf(words[at]!)) {
    if ((words[at]! & OPERATION) === ASK) return -1
    if (judgePredicate(words, at, facts, NOTHING) !== UNKNOWN) continue
    const slot = slotOf(words[at]!)
    if (facts.arrives[slot] === 1) return slot
    if (deciding < 0) deciding = slot
  }
  return deciding
}

const NOTHING: Ask = () => CLEAR
